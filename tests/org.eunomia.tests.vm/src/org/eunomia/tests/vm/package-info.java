/**
 * Runs the kernel tests again in a QEMU guest with a distribution's kernel, and reports them here by name. Also holds that each kernel test
 * ran wherever it is meant to.
 */
package org.eunomia.tests.vm;
