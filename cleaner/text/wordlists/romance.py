"""The commonest function words of Romance languages."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ca": (
            "a al als amb aquest aquesta aquests això així aquí cada com contra d'un d'una de del dels des "
            "després doncs durant e el ell ella ells els en encara entre és era eren es està estan fa fins ha han "
            "havia hi ho i ja jo la les li lloc llur mateix mentre més meu molt molts o on per però "
            "perquè pel pels pot què qui quan que s'ha se segons sense ser seu seva seus si sobre són sota també "
            "tan tot tota tots un una uns us va van vosaltres"
        ),
        "es": (
            "a al algo ante antes así aunque cada como con contra cuando de del desde donde dos durante e el ella "
            "en entre era eran es esta estaba estado este esto estos está están fue fueron ha habían había han "
            "hasta hay la las le les lo los muy más me mi mientras muchos ni no nos o para pero por porque que "
            "quien qué se según ser si sido sin sobre son su sus también tiene todo todos tras tu un una uno y ya "
            "yo"
        ),
        "fr": (
            "à après au aussi autre autres aux avant avec avait avoir bien ce cela ces cette ceux chez comme "
            "contre dans de depuis des deux donc dont du elle en encore entre est et était être faire fait il ils "
            "je jusque la le les leur leurs lors lui mais même moins nos notre nous on ont ou où par pas pendant "
            "peut plus pour que qui sa sans se selon ses si son sont sous sur tous tout toute très un une vers "
            "votre vous y"
        ),
        "it": (
            "a ad ai al alla alle anche ancora che chi ci come con contro così cui da dai dal dalla dalle degli "
            "dei del dell della delle dello di dopo dove e ed era essere fa fino fra gli ha hanno i il in io la "
            "le lo loro ma mentre molto nei nel nella nelle noi non nostro o ogni per perché però più poi prima "
            "quando quanto quella quello questa questo se sempre senza si sia solo sono stata stato su sua sul "
            "sulla suo tra tutti tutto un una uno è"
        ),
        "pt": (
            "a ainda ao aos as até com como contra da das de depois do dos e ela ele eles em entre era essa esse "
            "está estão eu foi foram fosse há isso já lhe mais mas me mesmo muito na nas nem no nos nós não o "
            "onde os ou para pela pelas pelo pelos por porque quando que quem se seja sem ser seu seus sob sobre "
            "sua suas são só também tem ter todos tudo um uma umas você à às é"
        ),
        "ro": (
            "a acest această aceste acestor acum ai aici al ale am ar are asemenea astfel atunci au avea ca când "
            "care cât ce cea cei cel cele cu cum dacă dar de decât deja despre din după ei el era erau este eu "
            "fără fi fie fiind fost iar în încă înainte între într la le lor lui mai mult nu o or "
            "pe pentru peste poate prin sa să sale sau se sunt și şi toate tot toți te trebuie ţi un unde "
            "unei unor unui va vor"
        ),
    }
)
