package org.eunomia.tests.kernel.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;

/**
 * A process that makes numbered system calls when told, as fast as it can: {@code getpriority(99, number)}, which does nothing and which
 * nobody else calls. Ends with the test.
 */
public final class CallingProcess implements AutoCloseable {
    private static final String SOURCE = """
            #define _GNU_SOURCE
            #include <poll.h>
            #include <sched.h>
            #include <stdio.h>
            #include <sys/prctl.h>
            #include <sys/syscall.h>
            #include <unistd.h>
            int main(void) {
              char line[64];
              long next = 0, count;
              prctl(PR_SET_NAME, "eunomia-calls");
              setvbuf(stdout, NULL, _IOLBF, 0);
              while (fgets(line, sizeof line, stdin)) {
                if (line[0] == 'p') {
                  cpu_set_t here;
                  CPU_ZERO(&here);
                  CPU_SET(sched_getcpu(), &here);
                  sched_setaffinity(0, sizeof here, &here);
                } else if (sscanf(line, "%ld", &count) == 1) {
                  for (; count > 0; count--) syscall(SYS_getpriority, 99, next++);
                } else {
                  struct pollfd in = {.fd = 0, .events = POLLIN};
                  do {
                    for (int i = 0; i < 64; i++) syscall(SYS_getpriority, 99, next++);
                  } while (poll(&in, 1, 0) == 0);
                  fgets(line, sizeof line, stdin);
                }
                printf("%ld\\n", next);
              }
              return 0;
            }
            """;
    public static final String NAME = "eunomia-calls";
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    public CallingProcess() throws IOException {
        process = new ProcessBuilder(CProgram.compile(SOURCE).toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        commands = process.outputWriter();
        answers = process.inputReader();
    }

    public int pid() {
        return (int) process.pid();
    }

    /** Stays on one processor from now on. */
    public void pin() throws IOException {
        send("pin");
        answer();
    }

    /** Makes the next {@code count} calls and returns when they are made. @return how many it has made in all */
    public int call(int count) throws IOException {
        send(Integer.toString(count));
        return answer();
    }

    /** Starts to make calls without end. */
    public void run() throws IOException {
        send("run");
    }

    /** Ends what {@link #run} began. @return how many calls it has made in all */
    public int halt() throws IOException {
        send("halt");
        return answer();
    }

    private void send(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
    }

    private int answer() throws IOException {
        return Integer.parseInt(answers.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
