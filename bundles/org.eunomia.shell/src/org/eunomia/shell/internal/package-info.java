/** The verbs of trackers as Gogo commands, translation only. Any Gogo console of the framework has them, and so has the daemon's own shell. */
package org.eunomia.shell.internal;
