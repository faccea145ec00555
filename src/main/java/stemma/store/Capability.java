package stemma.store;

/// What a store may be able to do beyond reading. Asked for with [Store#capabilities()], never tried: a call that
/// needs a capability the store does not claim fails with [StoreException.Unsupported].
public enum Capability {
    /// [Store#append(NewVersion)].
    APPEND,
    /// The author chooses the version label; without it the store assigns one and ignores the proposal.
    CHOOSE_LABEL,
    /// [Store#promote(Promotion)] to the stages `staging` and `production`.
    PROMOTE,
    /// Stages of any other name too.
    ANY_STAGE,
    /// [Store#setTags].
    TAG,
    /// [Store#deleteVersion] and [Store#deletePrompt].
    DELETE,
    /// [Store#rename].
    RENAME,
    /// [Store#history].
    HISTORY,
    /// [Store#watch] also reports what other programs change.
    WATCH_OTHERS,
    /// [Store#outsideEdits()].
    OUTSIDE_EDITS,
    /// [Store#repair].
    REPAIR,
    /// [Store#backUp].
    BACK_UP,
    /// [Store#synchronising()].
    SYNCHRONISE
}
