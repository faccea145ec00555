/// The domain: prompts, versions, stages and what is in them. Values only: immutable, safe to share between
/// threads, and importing nothing but `java.*`.
@NullMarked
package stemma.prompt;

import org.jspecify.annotations.NullMarked;
