/**
 * The command line.
 */
package org.eunomia.cli.internal;
