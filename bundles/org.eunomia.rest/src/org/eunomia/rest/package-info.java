/**
 * Offers a {@link org.eunomia.core.TrackerService} over HTTP: {@link org.eunomia.rest.RestServer} listens where {@link org.eunomia.rest.RestConfig} says, asks
 * {@link org.eunomia.rest.Access} who calls, and translates. Decides nothing about trackers, and keeps nothing.
 */
package org.eunomia.rest;
