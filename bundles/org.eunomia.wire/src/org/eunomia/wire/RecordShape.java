package org.eunomia.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * What a document has of a record. Kept for each type, because the JDK makes components and their accessors anew whenever it is asked, which takes longer than
 * all the rest.
 *
 * @param kind empty unless it is a record of a sealed interface
 */
record RecordShape(String kind, List<Member> members, Constructor<?> constructor) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new RecordShape(Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed) ? Documents.kind(type) : "",
                        Arrays.stream(components).map(c -> new Member(Documents.name(c), c.getGenericType(), c.getAccessor())).toList(),
                        type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type.toString(), e);
            }
        }
    };

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** @param name in documents */
    record Member(String name, Type type, Method accessor) {
        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(accessor.toString(), e);
            }
        }
    }
}
