/**
 * Charts of what a tracker yields: the rate of its events, the values that are most frequent in a column, and the histograms in its maps. The models count in a job
 * and need no widgets; the views draw what they hold a few times a second, and only while somebody can see it.
 */
package org.eunomia.ide.events.internal.charts;
