/// One running program per data folder, and how a later start hands its work to it.
@NullMarked
package stemma.instance;

import org.jspecify.annotations.NullMarked;
