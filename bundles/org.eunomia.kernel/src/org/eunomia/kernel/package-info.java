/**
 * What the runtime asks of a kernel, as ports: {@link org.eunomia.kernel.ObjectLoader} turns an {@link org.eunomia.kernel.ObjectSpec} into a
 * {@link org.eunomia.kernel.LoadedObject}, whose programs attach through {@link org.eunomia.kernel.Link}s, whose buffers are read through
 * {@link org.eunomia.kernel.RecordSource}s and whose maps through {@link org.eunomia.kernel.MapAccess}. Nothing here knows libbpf or JNA.
 */
package org.eunomia.kernel;
