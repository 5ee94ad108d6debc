/**
 * Projects of trackers: {@link org.eunomia.ide.core.project.TrackerProject} knows sources and packages of one that has the
 * {@link org.eunomia.ide.core.project.TrackerNature}, {@link org.eunomia.ide.core.project.TrackerBuilder} keeps packages and problem markers up to date, and
 * {@link org.eunomia.ide.core.project.TrackerProject#lastBuilt} has what was built last.
 */
package org.eunomia.ide.core.project;
