package stemma.store.goprompty;

import stemma.prompt.VersionLabel;
import stemma.store.gojson.GoFolderContract;
import stemma.store.gojson.Layout;

class GoPromptyFolderTest extends GoFolderContract {
    @Override
    protected Layout<?> layout() {
        return new GoPromptyLayout();
    }

    @Override
    protected VersionLabel label(int number) {
        return new VersionLabel(Integer.toString(number));
    }
}
