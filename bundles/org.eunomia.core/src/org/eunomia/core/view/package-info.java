/**
 * How values are shown, shared by every front end: {@link org.eunomia.core.view.Columns} makes {@link org.eunomia.core.view.Column}s of a
 * layout, each with a {@link org.eunomia.core.view.ValueFormat} that the field names or that follows from convention. A column writes itself
 * straight from a record's bytes into a {@link org.eunomia.core.view.TextBuffer}, without decoding the rest of the record.
 *
 * <p>On top of columns there are rows ({@link org.eunomia.core.view.TextTable}, {@link org.eunomia.core.view.CsvTable},
 * {@link org.eunomia.core.view.JsonLines}) and views of maps ({@link org.eunomia.core.view.MapRows},
 * {@link org.eunomia.core.view.Histograms}). All of it is pure: no streams, no clock, no service.
 *
 * <p>Text out of a kernel is hostile: control characters (C0, DEL, C1, escape) and those that reorder text never reach the output as they are.
 */
package org.eunomia.core.view;
