/**
 * Chooses where a new tracker attaches from what its target really has: a {@link org.eunomia.ide.core.hooks.HookQuery} is made of what the user typed, a
 * {@link org.eunomia.ide.core.hooks.HookSearch} asks the target for it and hands over the answer to the latest question only. Nothing here blocks its caller or
 * touches a user interface, and a target that does not answer is an answer, too.
 */
package org.eunomia.ide.core.hooks;
