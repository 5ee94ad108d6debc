/**
 * Tests against the real kernel: plain JUnit on a class path, as root. They trace processes that they start themselves and leave nothing
 * loaded. What not every kernel can attach is tagged {@code vm} and runs in the guest of {@code org.eunomia.tests.vm} alone; what an
 * emulated machine is too slow for is tagged {@code host}.
 */
package org.eunomia.tests.kernel;
