package org.eunomia.rest.internal;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Limits;
import org.eunomia.rest.RestLog;

/** The way of each request: whether it may come in at all, who sent it, where it goes, what became of it. */
final class FrontHandler extends Handler.Abstract {
    private final Guard guard;
    private final Callers callers;
    private final RateLimiter rates;
    private final RateLimiter refusals = new RateLimiter(5, 50);
    private final Routes routes;
    private final Limits limits;
    private final Metrics metrics;
    private final RestLog log;

    FrontHandler(Guard guard, Callers callers, Routes routes, Limits limits, Metrics metrics, RestLog log) {
        this.guard = guard;
        this.callers = callers;
        this.routes = routes;
        this.limits = limits;
        this.metrics = metrics;
        this.log = log;
        rates = new RateLimiter(limits.requestsPerSecond(), limits.requestBurst());
    }

    /** What is known of a request so far. */
    private static final class Progress {
        private final String operation = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        private final long began = System.nanoTime();
        private String caller = "";
        private String route = "none";
        private Exchange exchange;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Progress p = new Progress();
        response.getHeaders().put("Operation-Id", p.operation);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Callback done = Callback.from(callback, () -> answered(p, request, response));
        String outcome = "ok";
        try {
            if (admit(request, response, p)) route(request, response, p);
            else p.exchange = null;
            done.succeeded();
        } catch (OperationFailedException e) {
            outcome = e.failure().summary();
            fail(request, response, done, Statuses.of(e.failure()), e.failure(), Map.of());
        } catch (HttpFailureException e) {
            outcome = e.failure().summary();
            fail(request, response, done, e.status(), e.failure(), e.headers());
        } catch (EOFException | InterruptedException e) {
            outcome = "given up";
            done.failed(e);
        } catch (IOException e) {
            outcome = "the connection broke";
            done.failed(e);
        } catch (RuntimeException | Error e) {
            outcome = "the daemon failed";
            log.broken(p.operation, e);
            fail(request, response, done, 500, new Failure.Unavailable("daemon", "it failed at this request", "its log has more, at operation " + p.operation), Map.of());
        }
        audit(p, outcome);
        return true;
    }

    private void answered(Progress p, Request request, Response response) {
        Duration took = Duration.ofNanos(System.nanoTime() - p.began);
        metrics.answered(p.route, response.getStatus(), took);
        log.answered(p.operation, p.caller, request.getMethod(), request.getHttpURI().getPath(), response.getStatus(), took);
    }

    private void audit(Progress p, String outcome) {
        if (p.exchange == null) return;
        p.exchange.change().ifPresent(c -> log.changed(p.operation, p.caller, c.action(), c.tracker(), c.digest().get(), outcome));
    }

    private static void fail(Request request, Response response, Callback callback, int status, Failure failure, Map<String, String> headers) {
        if (response.isCommitted()) {
            // Too late to say so in a status: the reader sees that the answer has no end.
            callback.failed(new IOException(failure.summary()));
            return;
        }
        response.getHeaders().remove(HttpHeader.CONTENT_LENGTH);
        if (status == 401) response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"eunomia\"");
        if (status == 429) response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        // A body that was not read would have to be, before the connection can be used again. A small one may still be on its way.
        if (status == 413 || status == 408 || request.getLength() > 1 << 16 || !request.consumeAvailable()) response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Problems.answer(response, callback, status, failure, headers);
    }

    /** @return false when the request is answered already */
    private boolean admit(Request request, Response response, Progress p) throws OperationFailedException {
        boolean unix = Callers.channel(request).isPresent();
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (!unix) guard.checkHost(host == null ? request.getHttpURI().getAuthority() : host);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        guard.checkOrigin(origin, request.getHeaders().get("Sec-Fetch-Site"));
        if (origin != null) {
            response.getHeaders().put("Access-Control-Allow-Origin", origin);
            response.getHeaders().put(HttpHeader.VARY, "Origin");
            if (request.getMethod().equals("OPTIONS")) {
                response.setStatus(204);
                response.getHeaders().put("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
                response.getHeaders().put("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
                return false;
            }
        }
        return true;
    }

    private void route(Request request, Response response, Progress p) throws OperationFailedException, HttpFailureException, IOException, InterruptedException {
        Optional<Caller> caller = caller(request);
        p.caller = caller.map(Caller::name).orElse("");
        String who = caller.map(Caller::name).orElseGet(() -> remote(request));
        if (!rates.admits(who, p.began)) {
            throw new OperationFailedException(new Failure.TooMany("requests", limits.requestsPerSecond() + " a second", "wait a second"));
        }
        if (caller.isEmpty() && !routes.isOpen(request.getHttpURI().getPath())) throw Callers.refusal(request);
        Routes.Match match = routes.find(request.getMethod(), request.getHttpURI().getPath());
        Route route = match.route();
        p.route = route.id();
        if (route.role().isPresent() && !caller.orElseThrow(() -> Callers.refusal(request)).role().covers(route.role().get())) {
            throw new OperationFailedException(new Failure.NotPermitted(route.method() + " " + route.path(), "role " + route.role().get().name().toLowerCase(Locale.ROOT), ""));
        }
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            throw new HttpFailureException(415, new Failure.RequestInvalid("Content-Encoding", "bodies are taken as they are only", ""));
        }
        p.exchange = new Exchange(request, response, limits, p.operation, caller.orElse(null), match.variables(), query(request, route));
        route.handler().handle(p.exchange);
    }

    private Optional<Caller> caller(Request request) throws OperationFailedException {
        try {
            return callers.of(request);
        } catch (OperationFailedException e) {
            if (!refusals.admits(remote(request), System.nanoTime())) throw new OperationFailedException(new Failure.TooMany("wrong tokens", "5 a second", "wait a second"));
            throw e;
        }
    }

    private static String remote(Request request) {
        return "address:" + Request.getRemoteAddr(request);
    }

    private static Map<String, String> query(Request request, Route route) throws OperationFailedException {
        Fields fields;
        try {
            fields = Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            throw Exchange.invalid("query", "it is not percent-encoded as it should be");
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (Fields.Field field : fields) {
            List<String> values = field.getValues();
            if (!known(field.getName(), route)) throw Exchange.invalid(field.getName(), "there is no such query parameter; there are " + route.query().keySet());
            if (values.size() > 1) throw Exchange.invalid(field.getName(), "it is there more than once");
            query.put(field.getName(), values.getFirst());
        }
        return query;
    }

    private static boolean known(String name, Route route) {
        return route.query().keySet().stream().anyMatch(k -> k.endsWith("*") ? name.startsWith(k.substring(0, k.length() - 1)) : k.equals(name));
    }
}
