package org.eunomia.ide.core.language;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names with a meaning of their own. */
public final class Words {
    private static final Set<String> KEYWORDS = words("""
            auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static struct switch typedef union
            volatile while typeof __typeof__ _Static_assert __attribute__ __inline __always_inline __noinline __weak __hidden __ksym __kconfig __kptr __arg_ctx
            __arg_nonnull __arg_nullable __builtin_memcpy __builtin_memset asm __asm__""");
    private static final Set<String> TYPES = words("""
            void char short int long float double signed unsigned bool _Bool size_t ssize_t pid_t uid_t gid_t ino_t dev_t loff_t mode_t
            u8 u16 u32 u64 s8 s16 s32 s64 __u8 __u16 __u32 __u64 __s8 __s16 __s32 __s64 __be16 __be32 __be64 __le16 __le32 __le64 __wsum
            uint8_t uint16_t uint32_t uint64_t int8_t int16_t int32_t int64_t uintptr_t""");
    private static final Set<String> MACROS = words("""
            bpf_printk bpf_core_read bpf_core_read_str bpf_core_field_exists bpf_core_field_size bpf_core_field_offset bpf_core_type_exists bpf_core_type_size
            bpf_core_type_matches bpf_core_type_id_local bpf_core_type_id_kernel bpf_core_enum_value bpf_core_enum_value_exists bpf_core_cast bpf_core_read_user
            bpf_core_read_user_str bpf_htons bpf_htonl bpf_ntohs bpf_ntohl bpf_cpu_to_be64 bpf_be64_to_cpu bpf_for bpf_for_each bpf_repeat bpf_ksym_exists
            bpf_usdt_arg bpf_usdt_arg_cnt bpf_usdt_cookie barrier_var likely unlikely offsetof container_of""");
    private static final Set<String> MAP = words("__uint __type __array __ulong");
    private static final Set<String> HELPERS = Tables.read("helpers.txt").stream().map(row -> row.get(0)).collect(Collectors.toUnmodifiableSet());

    private Words() { }

    private static Set<String> words(String text) {
        return Set.copyOf(Stream.of(text.split("\\s+")).collect(Collectors.toCollection(HashSet::new)));
    }

    public static Set<String> keywords() {
        return KEYWORDS;
    }

    /** @param called whether a parenthesis follows */
    static TokenKind kind(String word, boolean called) {
        if (KEYWORDS.contains(word)) return TokenKind.KEYWORD;
        if (TYPES.contains(word)) return TokenKind.TYPE;
        if (HELPERS.contains(word)) return TokenKind.HELPER;
        if (MAP.contains(word) || word.startsWith("BPF_MAP_TYPE_")) return TokenKind.MAP;
        if (MACROS.contains(word) || called && (word.startsWith("BPF_") || word.startsWith("PT_REGS_"))) return TokenKind.MACRO;
        if (isConstant(word)) return TokenKind.CONSTANT;
        return called ? TokenKind.FUNCTION : TokenKind.NAME;
    }

    private static boolean isConstant(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && word.chars().noneMatch(Character::isLowerCase);
    }
}
