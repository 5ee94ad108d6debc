/** Tests of Studio that run in its own workbench, on a display of their own, with keys and mouse. */
package org.eunomia.tests.ui;
