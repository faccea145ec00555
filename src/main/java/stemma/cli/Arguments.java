package stemma.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// Arguments of the domain's types; what is wrong with one is told in the domain's words.
final class Arguments {
    private Arguments() {}

    /// In a language setting without UTF-8, such as `LANG=C`, the virtual machine puts `\uFFFD` in place of each letter that
    /// it does not know. A prompt must not be saved under such a name.
    ///
    /// @param encoding of the arguments, as the system has it set
    /// @throws Failure when letters of an argument are lost
    static void refuseLost(List<String> arguments, String encoding) {
        if (encoding.equalsIgnoreCase("UTF-8")) {
            return;
        }
        arguments.stream().filter(argument -> argument.indexOf('\uFFFD') >= 0).findFirst().ifPresent(lost -> {
            throw Failure.usage("\"" + lost + "\" has letters that cannot be read: the language setting of this terminal or"
                    + " script is not one of UTF-8, but of " + encoding + ". Set LC_ALL to one, such as C.UTF-8.");
        });
    }

    static final class OfId implements ITypeConverter<PromptId> {
        @Override
        public PromptId convert(String text) {
            return explained(() -> new PromptId(text));
        }
    }

    static final class OfStage implements ITypeConverter<Stage> {
        @Override
        public Stage convert(String text) {
            return explained(() -> new Stage(text.startsWith("@") ? text.substring(1) : text));
        }
    }

    static final class OfLabel implements ITypeConverter<VersionLabel> {
        @Override
        public VersionLabel convert(String text) {
            return explained(() -> new VersionLabel(text));
        }
    }

    static final class OfVersion implements ITypeConverter<VersionReference> {
        @Override
        public VersionReference convert(String text) {
            return explained(() -> VersionReference.parse(text));
        }
    }

    private static <T> T explained(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
