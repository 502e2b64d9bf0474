/// The one script of the pages. Everything works without it; with it, codes are proposed while one types, the LVC of a cost
/// statement moves, opportunities arrive, and numbers are drawn.
enum Script {
    static let text = #"""
        "use strict";

        // Codes that fit the words typed.
        for (const input of document.querySelectorAll('input[list="commodities"]')) {
          const list = document.getElementById("commodities");
          let asked = "";
          input.addEventListener("input", async () => {
            const words = input.value.trim();
            if (words.length < 2 || words === asked || /^[0-9]{6}$/.test(words)) return;
            asked = words;
            const answer = await fetch("/commodities?q=" + encodeURIComponent(words));
            if (!answer.ok || asked !== words) return;
            const key = document.documentElement.lang === "vi" ? "vietnamese" : "english";
            list.replaceChildren(...(await answer.json()).items.map((item) => {
              const option = document.createElement("option");
              option.value = item.code;
              // A browser shows only options that have what was typed in them.
              option.label = item.code + " " + item[key] + " (" + words + ")";
              return option;
            }));
          });
        }

        // What the cost statement comes to, a moment after the last key.
        const lvc = document.getElementById("statement-lvc");
        if (lvc) {
          const form = document.getElementById("form");
          let timer = 0, round = 0;
          form.addEventListener("input", () => {
            clearTimeout(timer);
            timer = setTimeout(async () => {
              const mine = ++round;
              const answer = await fetch("/statement", { method: "POST", body: new URLSearchParams(new FormData(form)) });
              if (answer.ok && mine === round) lvc.textContent = (await answer.json()).lvc ?? "–";
            }, 250);
          });
        }

        // Opportunities, as they are told.
        const stream = document.getElementById("stream");
        if (stream && window.EventSource) {
          const live = document.getElementById("live");
          const rows = stream.querySelector("tbody");
          const last = rows.rows[0]?.dataset.place;
          const events = new EventSource(stream.dataset.stream + (last ? "?lastEventId=" + encodeURIComponent(last) : ""));
          events.onopen = () => { live.textContent = live.dataset.watching; };
          events.onerror = () => { live.textContent = live.dataset.lost; };
          const day = (text) => document.documentElement.lang === "vi" && text ? text.split("-").reverse().join("/") : text ?? "";
          events.addEventListener("opportunity", (event) => {
            const told = JSON.parse(event.data);
            const place = told.asOf + " " + told.requirement;
            const old = [...rows.rows].find((row) => row.dataset.name === told.requirement);
            if (old && old.dataset.place >= place) return;
            if (old) old.remove();
            document.getElementById("none")?.remove();
            const row = document.createElement("tr");
            row.dataset.name = told.requirement;
            row.dataset.place = place;
            row.className = "table-active";
            const head = document.createElement("th");
            head.scope = "row";
            const link = document.createElement("a");
            link.href = "/opportunities/one?requirement=" + encodeURIComponent(told.requirement);
            link.textContent = told.description || told.requirement;
            head.append(link);
            const texts = [
              [told.hsCode, ""], [told.quantity + " " + told.unitCode, "number"],
              [day(told.delivery?.firstDay) + " – " + day(told.delivery?.lastDay), "text-nowrap"], [day(told.closingDay), "text-nowrap"],
              [told.status === "ENDED" ? stream.dataset.ended : stream.dataset.open, ""],
              [new Date(told.asOf).toLocaleTimeString(document.documentElement.lang), "text-nowrap"],
            ];
            row.append(head, ...texts.map(([text, kind]) => {
              const cell = document.createElement("td");
              cell.textContent = text ?? "";
              cell.className = kind;
              return cell;
            }));
            rows.prepend(row);
          });
        }

        const fit = (map, wards) =>
          map.fitBounds(wards.map((ward) => [ward.latitude, ward.longitude]), { padding: [20, 20], maxZoom: 13 });

        // The wards on a map without tiles, which would come from elsewhere: the larger the demand, the larger the circle; the
        // greener, the more of it local suppliers could add.
        document.addEventListener("DOMContentLoaded", () => {
          const place = document.getElementById("map");
          if (!place || !window.L) return;
          const wards = JSON.parse(place.dataset.map);
          const map = L.map(place, { attributionControl: false });
          fit(map, wards);
          const most = Math.max(1, ...wards.map((ward) => ward.millions ?? 0));
          for (const ward of wards) {
            const words = document.createElement("span");
            const share = (name) => `${place.dataset[name]}: ${ward[name] ?? "–"} %`;
            words.textContent = [ward.name, share("demand"), share("potential"), share("realised")].join("; ");
            L.circleMarker([ward.latitude, ward.longitude], {
              radius: 5 + 20 * Math.sqrt((ward.millions ?? 0) / most), weight: 1, color: "#2f7fd1",
              fillColor: "#1f9d6b", fillOpacity: 0.15 + 0.8 * (ward.potential ?? 0) / 100,
            }).bindTooltip(words).addTo(map);
          }
        });

        // A point, chosen on a map of the wards: a click fills in what could be typed, a click on a ward its code, too.
        document.addEventListener("DOMContentLoaded", () => {
          const place = document.querySelector(".pick");
          if (!place || !window.L) return;
          const input = (name) => document.getElementById("place." + name);
          const [latitude, longitude] = [input("latitude"), input("longitude")];
          const map = L.map(place, { attributionControl: false });
          const wards = JSON.parse(place.dataset.wards);
          const marker = L.circleMarker([0, 0], { radius: 8, color: "#1f9d6b", fillOpacity: 0.8 });
          const show = () => {
            const point = [latitude, longitude].map((one) => parseFloat(one.value.replace(",", ".")));
            if (point.every(Number.isFinite)) marker.setLatLng(point).addTo(map); else marker.remove();
          };
          const choose = (point) => {
            const isVietnamese = document.getElementById("numberFormat")?.value === "vi";
            for (const [one, degrees] of [[latitude, point.lat], [longitude, point.lng]]) {
              one.value = degrees.toFixed(4).replace(".", isVietnamese ? "," : ".");
            }
            show();
          };
          for (const ward of wards) {
            const words = document.createElement("span");
            words.textContent = ward.name;
            L.circleMarker([ward.latitude, ward.longitude], { radius: 4, weight: 1, color: "#2f7fd1" })
              .bindTooltip(words)
              .on("click", () => { input("wardCode").value = ward.code; })
              .addTo(map);
          }
          fit(map, wards);
          map.on("click", (event) => choose(event.latlng));
          for (const one of [latitude, longitude]) one.addEventListener("input", show);
          // A map in a closed section has no size until it is opened.
          place.closest("details")?.addEventListener("toggle", () => {
            map.invalidateSize();
            fit(map, wards);
          });
          show();
        });

        // Numbers, drawn. The table beside has them all.
        document.addEventListener("DOMContentLoaded", () => {
          const canvas = document.getElementById("chart");
          if (!canvas || !window.Chart) return;
          const { title, labels, series } = JSON.parse(canvas.dataset.chart);
          const style = getComputedStyle(document.documentElement);
          const [ink, line] = ["--bs-body-color", "--bs-border-color"].map((name) => style.getPropertyValue(name));
          const colours = ["#8a8f98", "#2f7fd1", "#1f9d6b"];
          const axis = { ticks: { color: ink }, grid: { color: line } };
          new Chart(canvas, {
            type: "bar",
            data: { labels, datasets: series.map((one, index) => ({ ...one, backgroundColor: colours[index] })) },
            options: {
              animation: false, maintainAspectRatio: false,
              scales: { x: axis, y: { ...axis, min: 0, title: { display: true, text: "%", color: ink } } },
              plugins: { legend: { labels: { color: ink } }, title: { display: true, text: title, color: ink } },
            },
          });
        });
        """#
}
