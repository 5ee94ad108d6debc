package org.eunomia.ide.core.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({
        "host.example,            https://host.example:8527",
        "host.example:9000,       https://host.example:9000",
        "localhost,               http://localhost:8527",
        "127.0.0.1:99,            http://127.0.0.1:99",
        "[::1]:99,                http://[::1]:99",
        "http://h:1/,             http://h:1",
        "https://h/behind/proxy/, https://h:8527/behind/proxy",
        "unix:/run/eunomia/socket, unix:/run/eunomia/socket",
        "unix:///run/e/socket,    unix:/run/e/socket"})
    void completesWhatUsersWrite(String text, String whole) {
        assertEquals(whole, Endpoints.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ftp://host", "https://", "http://h:0", "http://h:70000", "unix:relative", "http://a b"})
    void refusesWhatIsNoAddress(String text) {
        assertThrows(IllegalArgumentException.class, () -> Endpoints.parse(text));
    }

    @Test
    void knowsWhereATokenCouldBeRead() {
        assertTrue(Endpoints.isInTheClear(URI.create("http://host:8527")));
        assertFalse(Endpoints.isInTheClear(URI.create("https://host:8527")));
        assertFalse(Endpoints.isInTheClear(URI.create("http://127.0.0.1:8527")));
        assertFalse(Endpoints.isInTheClear(URI.create("unix:/s")));
    }
}
