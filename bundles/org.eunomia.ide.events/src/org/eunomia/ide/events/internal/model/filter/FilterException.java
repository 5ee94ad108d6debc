package org.eunomia.ide.events.internal.model.filter;

/** A filter is wrong. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient FilterProblem problem;

    FilterException(int at, int length, String problem, String hint) {
        this(new FilterProblem(at, length, problem, hint));
    }

    FilterException(FilterProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    FilterException(Token at, String problem, String hint) {
        this(at.at(), at.length(), problem, hint);
    }

    public FilterProblem problem() {
        return problem;
    }
}
