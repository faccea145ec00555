package stemma.store.loom;

import stemma.prompt.VersionLabel;
import stemma.store.gojson.GoFolderContract;
import stemma.store.gojson.Layout;

class LoomFolderTest extends GoFolderContract {
    @Override
    protected Layout<?> layout() {
        return new LoomLayout();
    }

    @Override
    protected VersionLabel label(int number) {
        return new VersionLabel("1." + number + ".0");
    }
}
