/**
 * What goes over the network between a daemon and its clients, shared by both ends: JSON ({@link org.eunomia.wire.Json}), records of the core as JSON
 * ({@link org.eunomia.wire.Documents}), failures as problem documents ({@link org.eunomia.wire.Problem}), events as lines
 * ({@link org.eunomia.wire.EventLines}) and as raw records ({@link org.eunomia.wire.RawEventWriter}). Does no input or output of its own and knows no HTTP library.
 */
package org.eunomia.wire;
