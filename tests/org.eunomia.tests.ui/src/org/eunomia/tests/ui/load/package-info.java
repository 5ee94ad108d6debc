/** Benchmarks that need the workbench; no tests of the lane. */
package org.eunomia.tests.ui.load;
