/** Events as they are held and looked at, without a user interface: the store, its windows, lists of rows, groups, colours, export, and the feeds that bring them. */
package org.eunomia.ide.events.internal.model;
