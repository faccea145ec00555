package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.memory.MemoryStoreDriver;

/// What holds for the options of every kind of store.
class StoreOptionsTest {
    private static final StoreDriver GUARDED = new StoreDriver() {
        private final StoreDriver memory = new MemoryStoreDriver();

        @Override
        public String scheme() {
            return "guarded";
        }

        @Override
        public String title() {
            return "Asks for a token";
        }

        @Override
        public List<DriverOption> options() {
            return List.of(
                    new DriverOption(DriverOption.LOCATION, "Name", DriverOption.Kind.TEXT, true, ""),
                    new DriverOption("token", "Token", DriverOption.Kind.SECRET, true, ""));
        }

        @Override
        public Store open(StoreUri uri, Opening opening) {
            String token = opening.secrets().find(uri, "token").map(Secret::reveal).orElse("");
            if (!token.equals("open sesame")) {
                throw new StoreException.Denied(uri, "the token is wrong.", new IllegalStateException());
            }
            return memory.open(uri, opening);
        }
    };

    private final Stores stores = new Stores(
            List.of(new MemoryStoreDriver(), GUARDED),
            new Opening(
                    Clock.systemUTC(),
                    Secrets.inEnvironment(Map.of("CAVE", "open sesame", "EMPTY", "")),
                    Opening.at(Clock.systemUTC()).dataFolder()));

    @Test
    void aMisspeltOptionIsNamed() {
        assertThatThrownBy(() -> stores.open(StoreUri.parse("memory:a?readonyl=true")))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("memory:")
                .hasMessageContaining("\"readonyl\"");
        assertThatThrownBy(() -> stores.missing(StoreUri.parse("memory:a?readonyl=true")))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("\"readonyl\"");
    }

    @Test
    void aSecretInAnAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> stores.open(StoreUri.parse("guarded:a?token=open%20sesame")))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("token-env")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void anAddressMayNameTheVariableThatHoldsItsSecret() {
        try (Store store = stores.open(StoreUri.parse("guarded:a?token-env=CAVE"))) {
            assertThat(store.count().prompts()).isZero();
        }
        for (String wrong : List.of("guarded:a", "guarded:a?token-env=EMPTY", "guarded:a?token-env=NONE")) {
            assertThatThrownBy(() -> stores.open(StoreUri.parse(wrong))).isInstanceOf(StoreException.Denied.class);
        }
    }

    @Test
    void aSecretDoesNotShowItself() {
        assertThat(new Secret("open sesame")).hasToString("••••");
    }

    @Test
    void anyStoreCanBeOpenedForReadingOnly() {
        try (Store store = stores.open(StoreUri.parse("memory:a?readonly=true"))) {
            NewVersion version = NewVersion.first(
                    new PromptId("greeting"), VersionLabel.FIRST, Content.plain("Hello"), "ada", "");
            assertThat(store.capabilities()).doesNotContain(Capability.APPEND, Capability.TAG, Capability.DELETE);
            assertThat(store.check().writable()).isFalse();
            assertThatThrownBy(() -> store.append(version))
                    .isInstanceOf(StoreException.Unsupported.class)
                    .hasMessage("The store memory:a?readonly=true is opened to be read only.");
            assertThatThrownBy(() -> store.appendAll(List.of(version)))
                    .isInstanceOf(StoreException.Unsupported.class);
        }
    }
}
