/** What tests of a workbench share: waiting, finding widgets, keys and mouse, screenshots, pages of the workbench. */
package org.eunomia.tests.ui.kit;
