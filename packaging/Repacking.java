import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Copies a library's jar into the package as the packed program reads it fastest; the code stays the same:
///
/// - stored instead of compressed, since the package is compressed as a whole;
/// - native libraries beside the jar, where JavaFX looks first, instead of unpacked into the home folder at the first start;
/// - style sheets in their binary form too;
/// - class files from before Java 6 with a frame table, without which the AOT cache cannot hold them;
/// - without its publisher's signature, with which each class would be checked whenever it is loaded, and none would get into the
///   AOT cache.
///
/// A jar without classes, such as JavaFX's for no platform, is left out.
final class Repacking {
    private static final int JAVA_6 = 50;
    /// By the JAR file specification.
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private final Path jar;
    private final Path folder;
    private final boolean takesNativesOut;
    private final StyleSheets styles;

    /// @param takesNativesOut whether native libraries go beside the jar
    Repacking(Path jar, Path folder, boolean takesNativesOut, StyleSheets styles) {
        this.jar = jar;
        this.folder = folder;
        this.takesNativesOut = takesNativesOut;
        this.styles = styles;
    }

    void run() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean hasClasses = false;
        try (JarFile from = new JarFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            to.setMethod(ZipOutputStream.STORED);
            Map<String, byte[]> binaryStyles = styles.binary(from);
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                byte[] content = from.getInputStream(entry).readAllBytes();
                String name = entry.getName();
                if (SIGNATURE.matcher(name).matches()) {
                    continue;
                }
                if (takesNativesOut && name.matches("[^/]+\\.(so|dylib)")) {
                    Files.write(folder.resolve(name), content);
                    continue;
                }
                boolean isClass = name.endsWith(".class") && !name.endsWith("module-info.class");
                hasClasses |= isClass;
                if (isClass) {
                    content = modern(content, from);
                } else if (name.equals(JarFile.MANIFEST_NAME)) {
                    content = unsigned(content);
                }
                write(to, name, entry, content);
                String binary = name.replaceFirst("\\.css$", ".bss");
                if (binaryStyles.containsKey(binary)) {
                    write(to, binary, entry, binaryStyles.get(binary));
                }
            }
        }
        if (hasClasses) {
            Files.write(folder.resolve(jar.getFileName()), bytes.toByteArray());
        }
    }

    private static byte[] unsigned(byte[] content) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(content));
        manifest.getEntries().values().forEach(
                attributes -> attributes.keySet().removeIf(key -> key.toString().endsWith("-Digest")));
        manifest.getEntries().values().removeIf(Attributes::isEmpty);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] modern(byte[] content, JarFile siblings) {
        int major = ByteBuffer.wrap(content).getShort(6);
        if (major >= JAVA_6) {
            return content;
        }
        ClassFile files = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(
                                type -> open(siblings, type.descriptorString()))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        ClassTransform newVersion = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // Each body is written anew, which is what makes its frame table.
        ClassTransform newBodies = ClassTransform.transformingMethodBodies(CodeBuilder::with);
        return files.transformClass(files.parse(content), newBodies.andThen(newVersion));
    }

    private static InputStream open(JarFile jar, String descriptor) {
        JarEntry entry = jar.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ZipOutputStream to, String name, JarEntry source, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry copy = new ZipEntry(name);
        copy.setTimeLocal(source.getTimeLocal());
        copy.setSize(content.length);
        copy.setCompressedSize(content.length);
        copy.setCrc(sum.getValue());
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
    }
}
