package stemma.transfer.copy;

/// What a copy may change in the target besides adding to it.
///
/// @param moveStages whether a stage that holds another version there is moved
/// @param replaceTags whether the tags of a version that is there are replaced by those of the source
/// @param who recorded as the one who moved a stage, where the source's own record of that move cannot be copied
public record CopyOptions(boolean moveStages, boolean replaceTags, String who) {
}
