import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** {@code java Unpack.java PACKAGE FILE} takes the object out of a package, of format 1 or of 0.1.0. */
final class Unpack {
    public static void main(String[] args) throws Exception {
        String document = Files.readString(Path.of(args[0]));
        Matcher data = Pattern.compile("\\\\?\"data\\\\?\"\\s*:\\s*\\\\?\"([^\"]*)\"").matcher(document);
        if (!data.find()) throw new IllegalArgumentException(args[0] + " has no object");
        byte[] object = Base64.getDecoder().decode(data.group(1).replaceAll("\\\\+n?", ""));
        boolean elf = object[0] == 0x7f;
        Files.write(Path.of(args[1]), elf ? object : new InflaterInputStream(new ByteArrayInputStream(object)).readAllBytes());
    }
}
