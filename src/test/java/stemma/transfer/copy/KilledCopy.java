package stemma.transfer.copy;

import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.AllPrompts;
import stemma.transfer.Progress;

/// The process that [CopyKillTest] kills. Arguments: the addresses of source and target.
final class KilledCopy {
    private KilledCopy() {}

    public static void main(String[] arguments) {
        try (Store source = Stores.discovered().open(StoreUri.parse(arguments[0]));
                Store target = Stores.discovered().open(StoreUri.parse(arguments[1]))) {
            System.out.println("open");
            new StoreCopy(source, target, new CopyOptions(false, false, "copier"))
                    .run(AllPrompts.ids(source, Progress.NONE), _ -> {}, Progress.NONE);
        }
    }
}
