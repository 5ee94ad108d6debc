package org.eunomia.tests.vm;

/** A test by name. */
record TestMethod(String className, String methodName) implements Comparable<TestMethod> {
    @Override
    public int compareTo(TestMethod other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return className + '.' + methodName;
    }
}
