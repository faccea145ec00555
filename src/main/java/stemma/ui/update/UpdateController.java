package stemma.ui.update;

import java.net.URI;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;
import stemma.ui.common.WebPage;

/// A link in the status bar when there is a newer version, and the settings about that.
public final class UpdateController {
    private final UpdateModel model;
    private final Tasks tasks;
    private final Notices notices;
    private final Hyperlink link = new Hyperlink();

    @FXML
    private CheckBox weekly;

    @FXML
    private Button now;

    @FXML
    private Label said;

    public UpdateController(UpdateModel model, Tasks tasks, Notices notices) {
        this.model = model;
        this.tasks = tasks;
        this.notices = notices;
        link.setId("newerVersion");
        link.managedProperty().bind(link.visibleProperty());
        model.newerProperty().subscribe(found -> {
            link.setVisible(found.isPresent());
            found.ifPresent(release -> {
                link.setText(Messages.text("update.newer", release.version()));
                link.setOnAction(_ -> show(release.page()));
            });
        });
    }

    /// The link; not visible while there is no newer version.
    public Node link() {
        return link;
    }

    /// A part of the settings window, made anew for each.
    public Node settings() {
        return Fxml.load(this);
    }

    /// Takes over what the settings say.
    public void read() {
        model.read();
    }

    /// Looks, and says as a notice what came of it.
    public void look() {
        model.look(notices::done, notices::remark);
    }

    @FXML
    private void initialize() {
        weekly.selectedProperty().bindBidirectional(model.weeklyProperty());
        now.disableProperty().bind(model.busyProperty());
        // What came of looking takes this place, so that the window keeps its size.
        said.setText(Messages.text("update.what"));
    }

    @FXML
    private void onNow() {
        model.look(said::setText, said::setText);
    }

    private void show(URI page) {
        tasks.run(
                Messages.text("update.showing"),
                _ -> {
                    WebPage.show(page);
                    return page;
                },
                _ -> {},
                e -> notices.error(Messages.text("update.noBrowser"), page.toString()));
    }
}
