"""The commonest function words of Slavic languages, in the letters that each is written in."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "bg": (
            "а ако ала без беше бил била бъде в вас ви вече все всеки всички във върху г где го да дали до докато "
            "дори е един една едно за заради защо защото и из или им има й как каква какво като когато което "
            "които кой който която към ли може му на над най нас не него нея ни никой но няма о обаче около от "
            "още по под пък пред през при с са само се след според срещу със също така такива там те тези то това "
            "този трябва тя у че чрез ще я"
        ),
        "cs": (
            "a aby ale ani asi až bez bude by byl byla byli bylo být co další do i jak jako je jeho jejich její "
            "jen jsem jsme jsou k kde když která které který na nebo než o od po pod podle pro proto protože před "
            "přes při se si své také tak takže to tím u už v ve více však z za ze že"
        ),
        "hr": (
            "a ako ali bez bi bila bili bilo bio biti da dok do ga gdje gde i iako ih ili im iz između ja jer je "
            "još jesu kad kada kako kao kod koja koje koji kojih kojim koju li mi može mu na nakon ne nego nije "
            "nisu no o od oko on ona oni osim ova ovaj ove ovo po pod posle poslije prema pre pri prije s sa sam "
            "samo se što šta su sve svi svoje svoju ta taj tako također takođe te ti to u uz vam već vi više za "
            "zbog али био била били било бити где да док до је ево је још јер из ил или им ја кад када како као код "
            "која које који којих коју може му на након не него није нису но о од око он она они ове овај ово "
            "после према при са само се су све сви своје та тај тако такође те ти то у уз већ више за због шта "
            "што"
        ),
        "pl": (
            "a ale bardzo bez był była było były być chce co czy dla do gdy gdzie go i ich jak jako je jednak "
            "jego jej jest jeszcze już kiedy która które który którzy lub ma mnie może można na nad nie niż o od "
            "oraz po pod podczas przed przez przy się są ta tak także tam te tego tej też to tu tylko tym u w we "
            "więc wszystko z za ze że"
        ),
        "ru": (
            "а без был была были было быть в во вот все всё вы где да для до его ее если есть еще ещё её же за и "
            "из или им их к как когда которая которые который кто ли меня мне много может мы на над не него нет "
            "ни но о об он она они от очень перед по под после при про с свои свою себя со так также там то "
            "только тоже ты у уже чем что чтобы эта эти это этого этом этот я"
        ),
        "sk": (
            "a aby ako ale alebo ani asi až bez bol bola boli bolo by byť cez čo ďalej do dnes ešte ho i iba ich "
            "im je jeho jej jemu k kde keď ktorá ktoré ktorého ktorý ktorí ktorých ku kým len ma má majú medzi mi "
            "mať môže mu my na nad nám nás nie nič niť o od okrem on ona oni pod podľa pre pred preto pri s sa si "
            "sme som späť sú svoj svoje tak takže také tam ten tento tiež to toho toto tu tým už v však vo všetko "
            "z za zo že"
        ),
        "uk": (
            "а або але б без був була були було бути в ви вже від він вона вони все всі де для до є ж з за зі і й "
            "його її їх із коли може ми на над не нас немає ні ним о один під після по при про та так також там "
            "те тим тільки то у уже хто це цей ця цього через чи що щоб щодо я як яка який які якщо якого"
        ),
    }
)
