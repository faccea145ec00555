package stemma.cli;

import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;

/// Arguments of the domain's types; what is wrong with one is told in the domain's words.
final class Arguments {
    private Arguments() {}

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
