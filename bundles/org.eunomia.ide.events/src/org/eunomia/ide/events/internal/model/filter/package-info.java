/** The language of filters: from text to a test of a row. */
package org.eunomia.ide.events.internal.model.filter;
