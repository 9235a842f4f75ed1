#include <libxml/xmlversion.h>
/* Debian's libxml2 converts with its own ICU, whose headers clash with the one Foundation carries. Nothing here touches
   a converter, so the declarations are left out. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
