/** What tests say to the views, dialogs and editors of Studio: one class for each, which finds its widgets by stable ids. */
package org.eunomia.tests.ui.pages;
