/** Tests of the built archive, unpacked into a root file system that has a C library, a shell and nothing else. */
package org.eunomia.tests.product;
