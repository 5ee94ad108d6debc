package org.eunomia.elf;

import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;

/**
 * What an object says of itself by sections, symbols and BTF alone.
 *
 * @param license  text of the section {@code license}, empty when there is none
 * @param programs functions in executable sections other than {@code .text}, which holds what programs call
 * @param maps     of {@code .maps} and of the old {@code maps}, without those that hold global data. Ring and perf buffers are {@code Events} of unknown
 *                 layout, stack traces {@code Stacks}, everything else shows nothing. Types are null where the object gives a size only
 * @param params   {@code const volatile} globals; their default is what the section holds, their long option the name with dashes
 * @param notices  one line each, on what is odd but readable
 */
public record ObjectContents(String license, List<ProgramSpec> programs, List<MapSpec> maps, List<ParamSpec> params, List<String> notices) {
    public ObjectContents {
        programs = List.copyOf(programs);
        maps = List.copyOf(maps);
        params = List.copyOf(params);
        notices = List.copyOf(notices);
    }

    /** Objects of either byte order are read; without BTF programs and maps still have their names. */
    public static ObjectContents read(byte[] object) throws OperationFailedException {
        return new ObjectReader(ElfFile.parse(object)).read();
    }
}
