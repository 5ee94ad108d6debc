/**
 * Finds out what belongs to a tracker that was begun elsewhere: {@link org.eunomia.ide.core.imports.TrackerImport} looks at a source, a folder in the manner of
 * libbpf-bootstrap or a package, and says which files to copy to where. Only reads.
 */
package org.eunomia.ide.core.imports;
