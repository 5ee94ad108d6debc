/**
 * Layouts of records as the compiler laid them out for the BPF target: {@link org.eunomia.core.schema.Schema} names one,
 * {@link org.eunomia.core.schema.Type} and {@link org.eunomia.core.schema.Field} describe it, and
 * {@link org.eunomia.core.schema.Decoder} reads records by it. Byte order is that of the host unless said otherwise.
 */
package org.eunomia.core.schema;
