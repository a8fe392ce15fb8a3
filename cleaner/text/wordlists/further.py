"""The commonest function words of further languages in Latin letters."""

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "fi": (
            "ei eikä en että hän hänen heidän he ihan ja jo jos joka jolla jonka jossa jota jotka joten juuri "
            "kaikki kanssa kautta kerran koko koska kuin kuitenkin kun kuten me mihin mikä minä missä mitä mukaan "
            "mutta muun myös nämä ne niiden niin niitä noin nyt ole oli olisi olivat ollut on ovat paljon pois "
            "saa se sekä sen siellä siinä sille siis siitä sitä sitten tai tällä tämä tämän tässä täytyy tuo vaan "
            "vaikka vain vielä voi voidaan vuoksi"
        ),
        "hu": (
            "a abban ahhoz ahol aki akik alatt által amely amelyek ami amikor az azért azonban azt be benne csak "
            "de e ebben egy egyik egyes el ellen előtt én és esetén ez ezek ezért ezt fel hanem hiszen hogy "
            "hogyan így illetve is itt jó ki kell képest két között le lehet lesz ma maga már még meg mely mert "
            "mi mind minden mint mivel most nagy nagyon ne nekem nélkül nem nincs olyan ott ő ők össze pedig sem "
            "szerint számára tehát több után úgy utána vagy vagyok van vannak volt voltak"
        ),
        "id": (
            "ada adalah agar akan akibat antara apa apakah atas atau bagi bahwa banyak beberapa belum bisa boleh "
            "bukan dalam dan dapat dari daripada dengan di dia dua hal hanya harus hingga ia ialah ini itu jika "
            "juga kami kamu karena ke kepada kerana ketika kita lagi lain lalu lebih maka masih melalui mereka "
            "merupakan namun oleh orang pada paling para perlu pernah pun saat saja salah sama sampai sangat satu "
            "saya sebagai sebelum sebuah secara sedang sehingga sejak selama seluruh semua seperti sering serta "
            "seorang setelah setiap suatu sudah supaya tahun tanpa telah tentang terhadap tersebut tetapi tidak "
            "untuk yaitu yang"
        ),
        "sw": (
            "alikuwa ambao ambaye ambayo ambazo au baada bado basi bila cha hadi hakuna hapa hata haya hii hiki "
            "hilo hivyo hiyo hizo hivi huku huo hutu huyo ili ingawa jinsi ju juu kabla kama kati katika kila "
            "kisha kubwa kupitia kutoka kuwa kwa kwamba kwani kwenye la lakini lao lake ma mbali mimi mwa na "
            "ndani ndio ndiyo ni nini nje pa pamoja pia sana sasa sisi tangu tu vya wa wake wakati wako wale wao "
            "wapi watu wengi wewe wote ya yake yao yeye yote zaidi zake zao za"
        ),
        "tr": (
            "ama ancak artık aynı bana ben bir bize bu bunu böyle bütün çok çünkü da daha de değil devam diye en "
            "et etti gibi göre hem her için ile ise kadar karşı ki kim mi mı nasıl ne neden o olan olarak oldu "
            "olduğu olması olup on onu ortaya sonra şey şu tarafından tüm üzere var ve veya ya yeni yer yok"
        ),
        "vi": (
            "anh bạn bằng bị bởi cả các cái càng cần chỉ chị cho chúng chưa có còn con cũng của cùng do đã đang "
            "đây để đến đều đi điều định đó được gì giữa hay hãy hơn họ khi không là lại lên loại luôn mà mình "
            "mỗi một này nên nếu ngày người nhất như nhưng những nhiều nó nữa ở phải qua ra rằng rất sau sẽ sự "
            "tại tất thì theo thế thêm thường tôi trên trong trước từ từng và vẫn vào vậy về vì việc với vừa"
        ),
    }
)
