/**
 * What goes over the network between a daemon and its clients, shared by both ends: JSON ({@link org.eunomia.wire.Json}), records of the core as JSON
 * ({@link org.eunomia.wire.Documents}), failures as problem documents ({@link org.eunomia.wire.Problem}), events as lines
 * ({@link org.eunomia.wire.EventLines}) and as raw records ({@link org.eunomia.wire.RawEventWriter}). Knows no HTTP library, and reads no files but keys and
 * certificates ({@link org.eunomia.wire.Pem}).
 */
package org.eunomia.wire;
