/** The event view: tabs, grids that draw any number of rows, the filter, what is lost, and its commands. */
package org.eunomia.ide.events.internal.table;
