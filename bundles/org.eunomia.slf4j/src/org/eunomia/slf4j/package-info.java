/** SLF4J, which Jetty logs through, on top of the JDK's {@link java.lang.System.Logger}. */
package org.eunomia.slf4j;
