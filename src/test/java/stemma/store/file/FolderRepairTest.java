package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import stemma.store.Health;
import stemma.store.Store;

/// A `latest.md` that leads nowhere is computed anew when its author asks for it.
class FolderRepairTest extends FolderFixture {
    private static final String LATEST = "support/greeting/latest.md";

    @Test
    void aLinkThatLeadsNowhereLeadsToTheNewestVersionAgainAndNothingElseChanges() throws Exception {
        three(open());
        Files.delete(file(LATEST));
        Files.createSymbolicLink(file(LATEST), Path.of("v9.0.0.md"));
        assertRepaired("-> v1.2.0.md");
    }

    @Test
    void aTextInPlaceOfALinkStaysAText() throws Exception {
        write("support/greeting/v1.0.0.md", "by hand");
        write(LATEST, "v9.0.0.md");
        write("support/greeting/notes.txt", "foreign");
        assertRepaired("v1.0.0.md");
    }

    private void assertRepaired(String repaired) throws Exception {
        Store store = open();
        Health.Problem problem = store.check().problems().getFirst();
        assertThat(problem.where()).isEqualTo(LATEST);
        Health.Remedy remedy = problem.remedy().orElseThrow();
        SortedMap<String, String> before = files();
        assertThat(store.check().problems()).containsExactly(problem);
        assertThat(files()).isEqualTo(before);

        store.repair(remedy);
        assertThat(store.check().problems()).isEmpty();
        Map<String, String> expected = new TreeMap<>(before);
        expected.put(LATEST, repaired);
        assertThat(files()).isEqualTo(expected);
        store.repair(remedy);
        assertThat(files()).isEqualTo(expected);
    }

    @Test
    void aRemedyForAPromptThatIsGoneOrForAnotherStoreDoesNothing() throws Exception {
        Store store = open();
        three(store);
        SortedMap<String, String> before = files();
        for (String code : new String[] {"", "latest ", "latest //", "latest nobody", "tag-counts", "prompt x"}) {
            store.repair(new Health.Remedy(code, ""));
        }
        assertThat(files()).isEqualTo(before);
        assertThat(file("nobody")).doesNotExist();
    }

    @Test
    void whatSomebodyElsePutThereIsNotReplaced() throws Exception {
        Store store = open();
        three(store);
        Files.delete(file(LATEST));
        write(LATEST, "# A text of its own, which is far too long to be taken for the name of another file beside it\n");
        SortedMap<String, String> before = files();
        store.repair(new Health.Remedy("latest support/greeting", ""));
        assertThat(files()).isEqualTo(before);
    }
}
