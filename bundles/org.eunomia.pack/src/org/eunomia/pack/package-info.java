/**
 * Package documents. {@link org.eunomia.pack.PackageReader} reads every generation of them and refuses what is wrong with its place in the document, within
 * {@link org.eunomia.pack.PackageLimits}; {@link org.eunomia.pack.PackageWriter} writes format 1 reproducibly, and {@link org.eunomia.pack.PackageDigest} names
 * a package by what it says. Everything is a pure function of its arguments: nothing here opens files or knows of kernels. The formats are described in
 * {@code docs/package-format.md}.
 */
package org.eunomia.pack;
