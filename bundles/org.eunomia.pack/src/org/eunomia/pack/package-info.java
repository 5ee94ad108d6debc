/**
 * Reads and writes package documents.
 */
package org.eunomia.pack;
