/// Template syntaxes on texts that people write and on texts that nobody should.
@NullMarked
package stemma.template;

import org.jspecify.annotations.NullMarked;
