/** One event in full: its fields as a tree, its bytes, the frames of its stacks. */
package org.eunomia.ide.events.internal.details;
