/**
 * The maps of a tracker as tables that are read again and again, with their entries to be edited by those who may:
 * {@link org.eunomia.ide.events.internal.maps.MapTable} is what is to be seen, {@link org.eunomia.ide.events.internal.maps.EntryFields} what can be edited.
 */
package org.eunomia.ide.events.internal.maps;
