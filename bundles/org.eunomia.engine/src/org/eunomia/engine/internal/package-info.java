/**
 * Runs trackers in this process.
 */
package org.eunomia.engine.internal;
