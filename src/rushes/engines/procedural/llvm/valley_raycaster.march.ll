; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 03cbe4de60c61e5a2b38fcb4fbe30041
; entry valley_raycaster.march.0(float32:3:C, float32:2:C, float32:2:C, float32:3:C, int8:3:C, float64, float32:3:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64:2:C, float32:1:C, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, float32:3:C, float64, float64, float64, float64, float64, float64, float64, float64, bool, float64, float64:2:C, float64:1:C, float64:1:C, float64:2:C, float64:1:C, float64:2:C, float32:2:C, float64:1:C, float64:2:C, uint8:2:C, float64:1:C, int64:1:C) -> none
define void @valley_raycaster.march.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 96
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 192
  %20 = load ptr, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 208
  %22 = load i64, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 216
  %24 = load i64, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 248
  %26 = load double, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 256
  %28 = load ptr, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 264
  %30 = load i64, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 272
  %32 = load i64, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 280
  %34 = load i64, ptr %33, align 8
  %35 = getelementptr i8, ptr %0, i64 312
  %36 = load ptr, ptr %35, align 8
  %37 = getelementptr i8, ptr %0, i64 328
  %38 = load i64, ptr %37, align 8
  %39 = getelementptr i8, ptr %0, i64 336
  %40 = load i64, ptr %39, align 8
  %41 = getelementptr i8, ptr %0, i64 368
  %42 = load double, ptr %41, align 8
  %43 = getelementptr i8, ptr %0, i64 376
  %44 = load double, ptr %43, align 8
  %45 = getelementptr i8, ptr %0, i64 384
  %46 = load double, ptr %45, align 8
  %47 = getelementptr i8, ptr %0, i64 392
  %48 = load double, ptr %47, align 8
  %49 = getelementptr i8, ptr %0, i64 400
  %50 = load double, ptr %49, align 8
  %51 = getelementptr i8, ptr %0, i64 408
  %52 = load double, ptr %51, align 8
  %53 = getelementptr i8, ptr %0, i64 416
  %54 = load double, ptr %53, align 8
  %55 = getelementptr i8, ptr %0, i64 424
  %56 = load double, ptr %55, align 8
  %57 = getelementptr i8, ptr %0, i64 432
  %58 = load double, ptr %57, align 8
  %59 = getelementptr i8, ptr %0, i64 440
  %60 = load double, ptr %59, align 8
  %61 = getelementptr i8, ptr %0, i64 448
  %62 = load double, ptr %61, align 8
  %63 = getelementptr i8, ptr %0, i64 456
  %64 = load double, ptr %63, align 8
  %65 = getelementptr i8, ptr %0, i64 464
  %66 = load ptr, ptr %65, align 8
  %67 = getelementptr i8, ptr %0, i64 480
  %68 = load i64, ptr %67, align 8
  %69 = getelementptr i8, ptr %0, i64 504
  %70 = load ptr, ptr %69, align 8
  %71 = getelementptr i8, ptr %0, i64 552
  %72 = load double, ptr %71, align 8
  %73 = getelementptr i8, ptr %0, i64 560
  %74 = load double, ptr %73, align 8
  %75 = getelementptr i8, ptr %0, i64 568
  %76 = load double, ptr %75, align 8
  %77 = getelementptr i8, ptr %0, i64 576
  %78 = load double, ptr %77, align 8
  %79 = getelementptr i8, ptr %0, i64 624
  %80 = load double, ptr %79, align 8
  %81 = getelementptr i8, ptr %0, i64 632
  %82 = load double, ptr %81, align 8
  %83 = getelementptr i8, ptr %0, i64 712
  %84 = load ptr, ptr %83, align 8
  %85 = getelementptr i8, ptr %0, i64 720
  %86 = load i64, ptr %85, align 8
  %87 = getelementptr i8, ptr %0, i64 728
  %88 = load i64, ptr %87, align 8
  %89 = getelementptr i8, ptr %0, i64 736
  %90 = load i64, ptr %89, align 8
  %91 = getelementptr i8, ptr %0, i64 768
  %92 = load double, ptr %91, align 8
  %93 = getelementptr i8, ptr %0, i64 776
  %94 = load double, ptr %93, align 8
  %95 = getelementptr i8, ptr %0, i64 784
  %96 = load double, ptr %95, align 8
  %97 = getelementptr i8, ptr %0, i64 792
  %98 = load double, ptr %97, align 8
  %99 = getelementptr i8, ptr %0, i64 800
  %100 = load double, ptr %99, align 8
  %101 = getelementptr i8, ptr %0, i64 808
  %102 = load double, ptr %101, align 8
  %103 = getelementptr i8, ptr %0, i64 816
  %104 = load double, ptr %103, align 8
  %105 = getelementptr i8, ptr %0, i64 824
  %106 = load double, ptr %105, align 8
  %107 = getelementptr i8, ptr %0, i64 832
  %108 = load ptr, ptr %107, align 8
  %109 = getelementptr i8, ptr %0, i64 840
  %110 = load i64, ptr %109, align 8
  %111 = getelementptr i8, ptr %0, i64 848
  %112 = load i64, ptr %111, align 8
  %113 = getelementptr i8, ptr %0, i64 856
  %114 = load i64, ptr %113, align 8
  %115 = getelementptr i8, ptr %0, i64 928
  %116 = load double, ptr %115, align 8
  %117 = getelementptr i8, ptr %0, i64 936
  %118 = load double, ptr %117, align 8
  %119 = getelementptr i8, ptr %0, i64 944
  %120 = load double, ptr %119, align 8
  %121 = getelementptr i8, ptr %0, i64 952
  %122 = load i64, ptr %121, align 8
  %123 = getelementptr i8, ptr %0, i64 960
  %124 = load double, ptr %123, align 8
  %125 = getelementptr i8, ptr %0, i64 968
  %126 = load ptr, ptr %125, align 8
  %127 = getelementptr i8, ptr %0, i64 976
  %128 = load i64, ptr %127, align 8
  %129 = getelementptr i8, ptr %0, i64 984
  %130 = load i64, ptr %129, align 8
  %131 = getelementptr i8, ptr %0, i64 1008
  %132 = load ptr, ptr %131, align 8
  %133 = getelementptr i8, ptr %0, i64 1016
  %134 = load i64, ptr %133, align 8
  %135 = getelementptr i8, ptr %0, i64 1032
  %136 = load ptr, ptr %135, align 8
  %137 = getelementptr i8, ptr %0, i64 1040
  %138 = load i64, ptr %137, align 8
  %139 = getelementptr i8, ptr %0, i64 1056
  %140 = load ptr, ptr %139, align 8
  %141 = getelementptr i8, ptr %0, i64 1064
  %142 = load i64, ptr %141, align 8
  %143 = getelementptr i8, ptr %0, i64 1072
  %144 = load i64, ptr %143, align 8
  %145 = getelementptr i8, ptr %0, i64 1096
  %146 = load ptr, ptr %145, align 8
  %147 = getelementptr i8, ptr %0, i64 1104
  %148 = load i64, ptr %147, align 8
  %149 = getelementptr i8, ptr %0, i64 1120
  %150 = load ptr, ptr %149, align 8
  %151 = getelementptr i8, ptr %0, i64 1128
  %152 = load i64, ptr %151, align 8
  %153 = getelementptr i8, ptr %0, i64 1136
  %154 = load i64, ptr %153, align 8
  %155 = getelementptr i8, ptr %0, i64 1160
  %156 = load ptr, ptr %155, align 8
  %157 = getelementptr i8, ptr %0, i64 1176
  %158 = load i64, ptr %157, align 8
  %159 = getelementptr i8, ptr %0, i64 1200
  %160 = load ptr, ptr %159, align 8
  %161 = getelementptr i8, ptr %0, i64 1208
  %162 = load i64, ptr %161, align 8
  %163 = getelementptr i8, ptr %0, i64 1224
  %164 = load ptr, ptr %163, align 8
  %165 = getelementptr i8, ptr %0, i64 1232
  %166 = load i64, ptr %165, align 8
  %167 = getelementptr i8, ptr %0, i64 1240
  %168 = load i64, ptr %167, align 8
  %169 = getelementptr i8, ptr %0, i64 1264
  %170 = load ptr, ptr %169, align 8
  %171 = getelementptr i8, ptr %0, i64 1272
  %172 = load i64, ptr %171, align 8
  %173 = getelementptr i8, ptr %0, i64 1280
  %174 = load i64, ptr %173, align 8
  %175 = getelementptr i8, ptr %0, i64 1304
  %176 = load ptr, ptr %175, align 8
  %177 = getelementptr i8, ptr %0, i64 1312
  %178 = load i64, ptr %177, align 8
  %179 = getelementptr i8, ptr %0, i64 1328
  %180 = load ptr, ptr %179, align 8
  %181 = getelementptr i8, ptr %0, i64 1336
  %182 = load i64, ptr %181, align 8
  %183 = and i64 %122, 255
  %184 = icmp eq i64 %183, 0
  %185 = fneg double %94
  %186 = select i1 %184, double %94, double %185
  %187 = sitofp i64 %6 to double
  %188 = fsub double %106, %187
  %189 = fdiv double %188, %102
  %190 = select i1 %184, double 0.000000e+00, double 3.400000e-01
  %191 = icmp slt i64 %162, 1
  br i1 %191, label %2029, label %192
192:
  %193 = phi i64 [ %194, %192 ], [ 0, %1 ]
  %194 = add nuw nsw i64 %193, 1
  %195 = getelementptr double, ptr %160, i64 %193
  %196 = load double, ptr %195, align 8
  %197 = fdiv double %196, %102
  %198 = fcmp olt double %197, 4.000000e-02
  %199 = select i1 %198, double 4.000000e-02, double %197
  %200 = fdiv double %199, 4.000000e-02
  %201 = fptrunc double %200 to float
  %202 = bitcast float %201 to i32
  %203 = zext i32 %202 to i64
  %204 = add nsw i64 %203, -1060439283
  %205 = shl i64 %204, 32
  %206 = ashr i64 %205, 55
  %207 = trunc nsw i64 %206 to i32
  %208 = trunc i64 %204 to i32
  %209 = and i32 %208, 8388607
  %210 = add nuw nsw i32 %209, 1060439283
  %211 = bitcast i32 %210 to float
  %212 = fadd float %211, -1.000000e+00
  %213 = fmul float %212, 0x3FC9E38100000000
  %214 = fsub float 0x3FD447FF80000000, %213
  %215 = fmul float %212, %214
  %216 = fadd float %215, 0xBFD77BCA20000000
  %217 = fmul float %212, %216
  %218 = fadd float %217, 0x3FDEB71AE0000000
  %219 = fmul float %212, %218
  %220 = fadd float %219, 0xBFE71408E0000000
  %221 = fmul float %212, %220
  %222 = fadd float %221, 0x3FF7154D00000000
  %223 = sitofp i32 %207 to float
  %224 = fmul float %212, %222
  %225 = fadd float %224, %223
  %226 = fpext float %225 to double
  %227 = fdiv double %226, 3.000000e+00
  %228 = fadd double %190, %227
  %229 = fcmp olt double %228, 0.000000e+00
  %230 = select i1 %229, double 0.000000e+00, double %228
  %231 = fptosi double %230 to i64
  %232 = mul nsw i64 %231, 3
  %233 = shl nuw i64 1, %232
  %234 = sitofp i64 %233 to double
  %235 = fmul double %234, 4.000000e-02
  %236 = mul i64 %193, %168
  %237 = getelementptr double, ptr %164, i64 %236
  store double %235, ptr %237, align 8
  %238 = tail call double @llvm.floor.f64(double %230)
  %239 = fsub double %230, %238
  %240 = getelementptr i8, ptr %237, i64 8
  store double %239, ptr %240, align 8
  %241 = icmp eq i64 %162, %194
  br i1 %241, label %2029, label %192
242:
  %243 = icmp slt i64 %2144, %2035
  %244 = shl nuw nsw i64 %2144, 1
  br i1 %243, label %251, label %245
245:
  %246 = sub nsw i64 %2144, %2035
  %247 = shl nuw nsw i64 %246, 1
  %248 = or i64 %247, 1
  %249 = add nuw nsw i64 %247, 2
  %250 = icmp slt i64 %249, %4
  br label %251
251:
  %252 = phi i64 [ %248, %245 ], [ %244, %242 ], [ %2144, %2142 ]
  %253 = phi i1 [ %250, %245 ], [ false, %242 ], [ false, %2142 ]
  %254 = sitofp i64 %252 to double
  %255 = fadd double %254, 5.000000e-01
  %256 = fsub double %255, %104
  %257 = fdiv double %256, %102
  %258 = fmul double %100, %257
  %259 = fadd double %98, %258
  %260 = fmul double %98, %257
  %261 = fsub double %100, %260
  %262 = fmul double %257, %257
  %263 = fadd double %262, 1.000000e+00
  %264 = tail call double @llvm.sqrt.f64(double %263)
  %265 = fmul double %264, 2.000000e+00
  %266 = fdiv double 0x4054820000000000, %265
  %267 = icmp slt i64 %2143, 0
  %268 = select i1 %267, i64 %128, i64 0
  %269 = add i64 %268, %2143
  %270 = icmp slt i64 %269, 0
  %271 = icmp sge i64 %269, %128
  br i1 %271, label %2146, label %2147
272:
  %273 = add nsw i64 %252, -1
  %274 = icmp slt i64 %252, 1
  %275 = select i1 %274, i64 %182, i64 0
  %276 = getelementptr i64, ptr %180, i64 %273
  %277 = getelementptr i64, ptr %276, i64 %275
  %278 = load i64, ptr %277, align 8
  %279 = add nsw i64 %252, 1
  %280 = icmp slt i64 %252, -1
  %281 = select i1 %280, i64 %182, i64 0
  %282 = getelementptr i64, ptr %180, i64 %279
  %283 = getelementptr i64, ptr %282, i64 %281
  %284 = load i64, ptr %283, align 8
  %285 = tail call i64 @llvm.smin.i64(i64 %284, i64 %278)
  %286 = icmp slt i64 %285, 0
  %287 = select i1 %286, i64 %174, i64 0
  %288 = add i64 %287, %285
  br i1 %2040, label %325, label %326
289:
  %290 = fsub float %379, %381
  %291 = tail call float @llvm.fabs.f32(float %290)
  %292 = fmul float %379, 0x3F9EB851E0000000
  %293 = fcmp olt float %291, %292
  %294 = freeze i1 %293
  %295 = select i1 %294, i8 %375, i8 0
  %296 = getelementptr i8, ptr %354, i64 %373
  store i8 %295, ptr %296, align 1
  %297 = icmp ne i8 %375, 0
  %298 = and i1 %297, %294
  br i1 %298, label %299, label %316
299:
  %300 = icmp eq i8 %375, 1
  %301 = select i1 %300, double 0.000000e+00, double 1.000000e+00
  %302 = select i1 %371, i64 %134, i64 0
  %303 = getelementptr double, ptr %132, i64 %367
  %304 = getelementptr double, ptr %303, i64 %302
  store double %301, ptr %304, align 8
  %305 = fadd float %379, %381
  %306 = fmul float %305, 5.000000e-01
  %307 = getelementptr float, ptr %355, i64 %377
  store float %306, ptr %307, align 4
  %308 = icmp eq i8 %375, 2
  br i1 %308, label %309, label %316
309:
  %310 = select i1 %371, i64 %6, i64 0
  %311 = add i64 %310, %367
  %312 = mul i64 %311, %8
  %313 = getelementptr float, ptr %359, i64 %312
  %314 = getelementptr float, ptr %363, i64 %312
  %315 = getelementptr float, ptr %365, i64 %312
  br label %387
316:
  %317 = icmp ugt i64 %368, 1
  br i1 %317, label %366, label %398
318:
  %319 = phi i64 [ %174, %333 ], [ %331, %330 ]
  %320 = icmp slt i64 %327, %319
  br i1 %320, label %321, label %334
321:
  %322 = getelementptr i8, ptr %170, i64 %327
  %323 = getelementptr i8, ptr %322, i64 %2212
  %324 = sub i64 %319, %327
  tail call void @llvm.memset.p0.i64(ptr align 1 %323, i8 1, i64 %324, i1 false)
  br label %334
325:
  br label %326
326:
  %327 = phi i64 [ %174, %325 ], [ 0, %272 ]
  %328 = icmp slt i64 %288, 0
  br i1 %328, label %329, label %330
329:
  br label %330
330:
  %331 = phi i64 [ 0, %329 ], [ %288, %326 ]
  %332 = icmp slt i64 %288, %174
  br i1 %332, label %318, label %333
333:
  br label %318
334:
  %335 = sub i64 %6, %285
  %336 = icmp slt i64 %335, 1
  br i1 %336, label %398, label %337
337:
  %338 = select i1 %274, i64 %172, i64 0
  %339 = add i64 %338, %273
  %340 = mul i64 %339, %174
  %341 = getelementptr i8, ptr %170, i64 %340
  %342 = select i1 %274, i64 %12, i64 0
  %343 = add i64 %342, %273
  %344 = mul i64 %343, %14
  %345 = getelementptr float, ptr %10, i64 %344
  %346 = select i1 %280, i64 %12, i64 0
  %347 = add i64 %346, %279
  %348 = mul i64 %347, %14
  %349 = getelementptr float, ptr %10, i64 %348
  %350 = select i1 %280, i64 %172, i64 0
  %351 = add i64 %350, %279
  %352 = mul i64 %351, %174
  %353 = getelementptr i8, ptr %170, i64 %352
  %354 = getelementptr i8, ptr %170, i64 %2212
  %355 = getelementptr float, ptr %10, i64 %2198
  %356 = select i1 %274, i64 %4, i64 0
  %357 = add i64 %356, %273
  %358 = mul i64 %357, %2041
  %359 = getelementptr float, ptr %2, i64 %358
  %360 = select i1 %280, i64 %4, i64 0
  %361 = add i64 %360, %279
  %362 = mul i64 %361, %2041
  %363 = getelementptr float, ptr %2, i64 %362
  %364 = mul i64 %252, %2041
  %365 = getelementptr float, ptr %2, i64 %364
  br label %366
366:
  %367 = phi i64 [ %285, %337 ], [ %370, %316 ]
  %368 = phi i64 [ %335, %337 ], [ %369, %316 ]
  %369 = add nsw i64 %368, -1
  %370 = add i64 %367, 1
  %371 = icmp slt i64 %367, 0
  %372 = select i1 %371, i64 %174, i64 0
  %373 = add i64 %372, %367
  %374 = getelementptr i8, ptr %341, i64 %373
  %375 = load i8, ptr %374, align 1
  %376 = select i1 %371, i64 %14, i64 0
  %377 = add i64 %376, %367
  %378 = getelementptr float, ptr %345, i64 %377
  %379 = load float, ptr %378, align 4
  %380 = getelementptr float, ptr %349, i64 %377
  %381 = load float, ptr %380, align 4
  %382 = getelementptr i8, ptr %353, i64 %373
  %383 = load i8, ptr %382, align 1
  %384 = icmp eq i8 %375, %383
  br i1 %384, label %289, label %385
385:
  %386 = getelementptr i8, ptr %354, i64 %373
  store i8 0, ptr %386, align 1
  br label %316
387:
  %388 = phi i64 [ 0, %309 ], [ %389, %387 ]
  %389 = add nuw nsw i64 %388, 1
  %390 = getelementptr float, ptr %313, i64 %388
  %391 = load float, ptr %390, align 4
  %392 = getelementptr float, ptr %314, i64 %388
  %393 = load float, ptr %392, align 4
  %394 = fadd float %391, %393
  %395 = fmul float %394, 5.000000e-01
  %396 = getelementptr float, ptr %315, i64 %388
  store float %395, ptr %396, align 4
  %397 = icmp eq i64 %389, 3
  br i1 %397, label %316, label %387
398:
  %399 = phi i64 [ %6, %2263 ], [ %285, %334 ], [ %285, %316 ]
  %400 = fdiv double %255, %2046
  %401 = fcmp olt double %400, 0.000000e+00
  %402 = select i1 %401, double 0.000000e+00, double %400
  %403 = fcmp ogt double %402, 1.000000e+00
  %404 = select i1 %403, double 1.000000e+00, double %402
  %405 = fmul double %404, 3.199900e+01
  %406 = fcmp olt double %405, 0.000000e+00
  %407 = select i1 %406, double 0.000000e+00, double %405
  %408 = fcmp olt double %2045, %407
  %409 = select i1 %408, double %2045, double %407
  %410 = fptosi double %409 to i64
  %411 = sitofp i64 %410 to double
  %412 = fsub double %409, %411
  %413 = fsub double 1.000000e+00, %412
  %414 = icmp slt i64 %410, 0
  %415 = select i1 %414, i64 %88, i64 0
  %416 = add i64 %415, %410
  %417 = mul i64 %416, %90
  %418 = add i64 %417, 2
  %419 = add nsw i64 %410, 1
  %420 = icmp slt i64 %410, -1
  %421 = select i1 %420, i64 %88, i64 0
  %422 = add i64 %419, %421
  %423 = mul i64 %422, %90
  %424 = add i64 %423, 2
  %425 = add i64 %417, 1
  %426 = add i64 %423, 1
  br label %2266
427:
  %428 = add nsw i64 %252, -1
  %429 = icmp slt i64 %252, 1
  %430 = select i1 %429, i64 %178, i64 0
  %431 = getelementptr double, ptr %176, i64 %428
  %432 = getelementptr double, ptr %431, i64 %430
  %433 = add nsw i64 %252, 1
  %434 = icmp slt i64 %252, -1
  %435 = select i1 %434, i64 %178, i64 0
  %436 = getelementptr double, ptr %176, i64 %433
  %437 = getelementptr double, ptr %436, i64 %435
  %438 = getelementptr i8, ptr %170, i64 %2212
  %439 = select i1 %429, i64 %12, i64 0
  %440 = add i64 %439, %428
  %441 = mul i64 %440, %14
  %442 = getelementptr float, ptr %10, i64 %441
  %443 = select i1 %434, i64 %12, i64 0
  %444 = add i64 %443, %433
  %445 = mul i64 %444, %14
  %446 = getelementptr float, ptr %10, i64 %445
  %447 = icmp sgt i64 %252, 0
  %448 = select i1 %447, i64 0, i64 %12
  %449 = add i64 %448, %428
  %450 = mul i64 %449, %14
  %451 = getelementptr float, ptr %10, i64 %450
  %452 = select i1 %447, i64 0, i64 %4
  %453 = add i64 %452, %428
  %454 = mul i64 %453, %2041
  %455 = getelementptr float, ptr %2, i64 %454
  %456 = select i1 %434, i64 %4, i64 0
  %457 = add i64 %456, %433
  %458 = mul i64 %457, %2041
  %459 = getelementptr float, ptr %2, i64 %458
  %460 = getelementptr double, ptr %176, i64 %252
  %461 = getelementptr float, ptr %10, i64 %2198
  %462 = fmul double %259, %259
  %463 = fmul double %261, %261
  %464 = fadd double %462, %463
  br label %2367
465:
  %466 = phi i64 [ %467, %465 ], [ 0, %2367 ]
  %467 = add nuw nsw i64 %466, 1
  %468 = getelementptr double, ptr %160, i64 %467
  %469 = load double, ptr %468, align 8
  %470 = fcmp olt double %469, %2369
  br i1 %470, label %465, label %471
471:
  %472 = phi double [ %2374, %2367 ], [ %469, %465 ]
  %473 = phi i64 [ 0, %2367 ], [ %467, %465 ]
  %474 = add nsw i64 %473, %2265
  %475 = tail call i64 @llvm.smin.i64(i64 %162, i64 %474)
  %476 = sub i64 %475, %473
  %477 = icmp slt i64 %476, 1
  br i1 %477, label %2376, label %478
478:
  %479 = phi i64 [ %480, %478 ], [ %473, %471 ]
  %480 = add nuw i64 %479, 1
  %481 = icmp slt i64 %479, 0
  %482 = select i1 %481, i64 %162, i64 0
  %483 = getelementptr double, ptr %160, i64 %479
  %484 = getelementptr double, ptr %483, i64 %482
  %485 = load double, ptr %484, align 8
  %486 = fmul double %259, %485
  %487 = fadd double %92, %486
  %488 = fmul double %261, %485
  %489 = fadd double %96, %488
  %490 = fadd double %487, 6.000000e+03
  %491 = fmul double %490, 0x3FC5D867C3ECE2A5
  %492 = fadd double %491, -5.000000e-01
  %493 = fcmp olt double %492, 0.000000e+00
  %494 = select i1 %493, double 0.000000e+00, double %492
  %495 = fcmp ogt double %494, 0x409FFBFEF9DB22D1
  %496 = select i1 %495, double 0x409FFBFEF9DB22D1, double %494
  %497 = fadd double %489, 1.600000e+03
  %498 = fmul double %497, 0x3FC5D867C3ECE2A5
  %499 = fadd double %498, -5.000000e-01
  %500 = fcmp olt double %499, 0.000000e+00
  %501 = select i1 %500, double 0.000000e+00, double %499
  %502 = fcmp ogt double %501, 0x409FFBFEF9DB22D1
  %503 = select i1 %502, double 0x409FFBFEF9DB22D1, double %501
  %504 = fptosi double %496 to i32
  %505 = fptosi double %503 to i32
  %506 = sext i32 %504 to i64
  %507 = sext i32 %505 to i64
  %508 = add nsw i64 %506, 1
  %509 = add nsw i64 %507, 1
  %510 = sitofp i32 %504 to double
  %511 = fsub double %496, %510
  %512 = sitofp i32 %505 to double
  %513 = fsub double %503, %512
  %514 = mul i64 %18, %507
  %515 = getelementptr float, ptr %16, i64 %514
  %516 = getelementptr float, ptr %515, i64 %506
  %517 = load float, ptr %516, align 4
  %518 = getelementptr float, ptr %515, i64 %508
  %519 = load float, ptr %518, align 4
  %520 = fsub float %519, %517
  %521 = fpext float %520 to double
  %522 = fmul double %511, %521
  %523 = fpext float %517 to double
  %524 = fadd double %522, %523
  %525 = mul i64 %509, %18
  %526 = getelementptr float, ptr %16, i64 %525
  %527 = getelementptr float, ptr %526, i64 %506
  %528 = load float, ptr %527, align 4
  %529 = getelementptr float, ptr %526, i64 %508
  %530 = load float, ptr %529, align 4
  %531 = fsub float %530, %528
  %532 = fpext float %531 to double
  %533 = fmul double %511, %532
  %534 = fpext float %528 to double
  %535 = fadd double %533, %534
  %536 = fsub double %535, %524
  %537 = fmul double %513, %536
  %538 = fadd double %524, %537
  %539 = select i1 %481, i64 %148, i64 0
  %540 = getelementptr double, ptr %146, i64 %479
  %541 = getelementptr double, ptr %540, i64 %539
  store double %538, ptr %541, align 8
  %542 = icmp eq i64 %480, %475
  br i1 %542, label %2376, label %478
543:
  %544 = getelementptr double, ptr %146, i64 %473
  %545 = load double, ptr %544, align 8
  br label %546
546:
  %547 = phi i64 [ %2019, %1075 ], [ %2370, %543 ]
  %548 = phi i64 [ %856, %1075 ], [ %475, %543 ]
  %549 = phi i64 [ %2020, %1075 ], [ -1, %543 ]
  %550 = phi i64 [ %2021, %1075 ], [ 0, %543 ]
  %551 = phi i1 [ %2022, %1075 ], [ false, %543 ]
  %552 = phi double [ %2023, %1075 ], [ 0.000000e+00, %543 ]
  %553 = phi double [ %2024, %1075 ], [ 0.000000e+00, %543 ]
  %554 = phi double [ %2025, %1075 ], [ 0.000000e+00, %543 ]
  %555 = phi double [ %2026, %1075 ], [ 0.000000e+00, %543 ]
  %556 = phi i64 [ %860, %1075 ], [ %473, %543 ]
  %557 = phi double [ %865, %1075 ], [ %472, %543 ]
  %558 = phi double [ %2499, %1075 ], [ -1.000000e+00, %543 ]
  %559 = phi i1 [ %2493, %1075 ], [ false, %543 ]
  %560 = phi double [ %2027, %1075 ], [ %2050, %543 ]
  %561 = phi double [ %869, %1075 ], [ %545, %543 ]
  br i1 %2264, label %562, label %718
562:
  %563 = load double, ptr %432, align 8
  %564 = load double, ptr %437, align 8
  %565 = fcmp ogt double %564, %563
  %566 = select i1 %565, double %564, double %563
  %567 = fmul double %566, 1.050000e+00
  %568 = fcmp ogt double %557, %567
  br i1 %568, label %1082, label %569
569:
  %570 = fmul double %102, %560
  %571 = fsub double %106, %570
  %572 = tail call double @llvm.floor.f64(double %571)
  %573 = fptosi double %572 to i64
  %574 = tail call i64 @llvm.smax.i64(i64 %573, i64 0)
  %575 = tail call i64 @llvm.smin.i64(i64 %2052, i64 %574)
  %576 = getelementptr i8, ptr %438, i64 %575
  %577 = getelementptr i8, ptr %576, i64 %2054
  %578 = load i8, ptr %577, align 1
  %579 = icmp eq i8 %578, 0
  br i1 %579, label %718, label %580
580:
  br i1 %2053, label %581, label %1082
581:
  %582 = load i8, ptr %576, align 1
  %583 = icmp eq i8 %582, 0
  br i1 %583, label %592, label %584
584:
  %585 = phi i64 [ %588, %587 ], [ %575, %581 ]
  %586 = icmp sgt i64 %585, 0
  br i1 %586, label %587, label %1082
587:
  %588 = add nsw i64 %585, -1
  %589 = getelementptr i8, ptr %438, i64 %588
  %590 = load i8, ptr %589, align 1
  %591 = icmp eq i8 %590, 0
  br i1 %591, label %592, label %584
592:
  %593 = phi i64 [ %575, %581 ], [ %588, %587 ]
  %594 = add nuw nsw i64 %593, 1
  %595 = getelementptr i8, ptr %438, i64 %594
  %596 = load i8, ptr %595, align 1
  %597 = icmp eq i8 %596, 1
  br i1 %597, label %1082, label %598
598:
  %599 = uitofp i64 %593 to double
  %600 = fsub double %106, %599
  %601 = fadd double %600, -1.000000e+00
  %602 = fdiv double %601, %102
  %603 = getelementptr float, ptr %442, i64 %594
  %604 = load float, ptr %603, align 4
  %605 = getelementptr float, ptr %446, i64 %594
  %606 = load float, ptr %605, align 4
  %607 = fcmp olt float %606, %604
  %608 = select i1 %607, float %606, float %604
  %609 = fpext float %608 to double
  %610 = fmul double %609, 0x3FEF0A3D70A3D70A
  %611 = add nsw i64 %556, 1
  %612 = icmp slt i64 %611, %2030
  br i1 %612, label %613, label %632
613:
  %614 = icmp slt i64 %556, -1
  %615 = select i1 %614, i64 %162, i64 0
  %616 = getelementptr double, ptr %160, i64 %611
  %617 = getelementptr double, ptr %616, i64 %615
  %618 = load double, ptr %617, align 8
  %619 = fcmp ugt double %618, %610
  br i1 %619, label %632, label %620
620:
  %621 = phi i64 [ %625, %624 ], [ %556, %613 ]
  %622 = add nsw i64 %621, 2
  %623 = icmp slt i64 %622, %2030
  br i1 %623, label %624, label %632
624:
  %625 = add nsw i64 %621, 1
  %626 = icmp slt i64 %621, -2
  %627 = select i1 %626, i64 %162, i64 0
  %628 = getelementptr double, ptr %160, i64 %622
  %629 = getelementptr double, ptr %628, i64 %627
  %630 = load double, ptr %629, align 8
  %631 = fcmp ugt double %630, %610
  br i1 %631, label %632, label %620
632:
  %633 = phi i64 [ %556, %613 ], [ %556, %598 ], [ %2141, %620 ], [ %625, %624 ]
  %634 = icmp slt i64 %633, %548
  br i1 %634, label %707, label %635
635:
  %636 = add nsw i64 %633, %2265
  %637 = tail call i64 @llvm.smin.i64(i64 %162, i64 %636)
  %638 = sub i64 %637, %633
  %639 = icmp slt i64 %638, 1
  br i1 %639, label %707, label %640
640:
  %641 = phi i64 [ %644, %640 ], [ %633, %635 ]
  %642 = phi i64 [ %643, %640 ], [ %638, %635 ]
  %643 = add nsw i64 %642, -1
  %644 = add i64 %641, 1
  %645 = icmp slt i64 %641, 0
  %646 = select i1 %645, i64 %162, i64 0
  %647 = getelementptr double, ptr %160, i64 %641
  %648 = getelementptr double, ptr %647, i64 %646
  %649 = load double, ptr %648, align 8
  %650 = fmul double %259, %649
  %651 = fadd double %92, %650
  %652 = fmul double %261, %649
  %653 = fadd double %96, %652
  %654 = fadd double %651, 6.000000e+03
  %655 = fmul double %654, 0x3FC5D867C3ECE2A5
  %656 = fadd double %655, -5.000000e-01
  %657 = fcmp olt double %656, 0.000000e+00
  %658 = select i1 %657, double 0.000000e+00, double %656
  %659 = fcmp ogt double %658, 0x409FFBFEF9DB22D1
  %660 = select i1 %659, double 0x409FFBFEF9DB22D1, double %658
  %661 = fadd double %653, 1.600000e+03
  %662 = fmul double %661, 0x3FC5D867C3ECE2A5
  %663 = fadd double %662, -5.000000e-01
  %664 = fcmp olt double %663, 0.000000e+00
  %665 = select i1 %664, double 0.000000e+00, double %663
  %666 = fcmp ogt double %665, 0x409FFBFEF9DB22D1
  %667 = select i1 %666, double 0x409FFBFEF9DB22D1, double %665
  %668 = fptosi double %660 to i32
  %669 = fptosi double %667 to i32
  %670 = sext i32 %668 to i64
  %671 = sext i32 %669 to i64
  %672 = add nsw i64 %670, 1
  %673 = add nsw i64 %671, 1
  %674 = sitofp i32 %668 to double
  %675 = fsub double %660, %674
  %676 = sitofp i32 %669 to double
  %677 = fsub double %667, %676
  %678 = mul i64 %18, %671
  %679 = getelementptr float, ptr %16, i64 %678
  %680 = getelementptr float, ptr %679, i64 %670
  %681 = load float, ptr %680, align 4
  %682 = getelementptr float, ptr %679, i64 %672
  %683 = load float, ptr %682, align 4
  %684 = fsub float %683, %681
  %685 = fpext float %684 to double
  %686 = fmul double %675, %685
  %687 = fpext float %681 to double
  %688 = fadd double %686, %687
  %689 = mul i64 %673, %18
  %690 = getelementptr float, ptr %16, i64 %689
  %691 = getelementptr float, ptr %690, i64 %670
  %692 = load float, ptr %691, align 4
  %693 = getelementptr float, ptr %690, i64 %672
  %694 = load float, ptr %693, align 4
  %695 = fsub float %694, %692
  %696 = fpext float %695 to double
  %697 = fmul double %675, %696
  %698 = fpext float %692 to double
  %699 = fadd double %697, %698
  %700 = fsub double %699, %688
  %701 = fmul double %677, %700
  %702 = fadd double %688, %701
  %703 = select i1 %645, i64 %148, i64 0
  %704 = getelementptr double, ptr %146, i64 %641
  %705 = getelementptr double, ptr %704, i64 %703
  store double %702, ptr %705, align 8
  %706 = icmp ugt i64 %642, 1
  br i1 %706, label %640, label %707
707:
  %708 = phi i64 [ %548, %632 ], [ %637, %635 ], [ %637, %640 ]
  %709 = icmp slt i64 %633, 0
  %710 = select i1 %709, i64 %162, i64 0
  %711 = getelementptr double, ptr %160, i64 %633
  %712 = getelementptr double, ptr %711, i64 %710
  %713 = load double, ptr %712, align 8
  %714 = select i1 %709, i64 %148, i64 0
  %715 = getelementptr double, ptr %146, i64 %633
  %716 = getelementptr double, ptr %715, i64 %714
  %717 = load double, ptr %716, align 8
  br label %718
718:
  %719 = phi i64 [ %708, %707 ], [ %548, %569 ], [ %548, %546 ]
  %720 = phi i64 [ %633, %707 ], [ %556, %569 ], [ %556, %546 ]
  %721 = phi double [ %713, %707 ], [ %557, %569 ], [ %557, %546 ]
  %722 = phi double [ %602, %707 ], [ %560, %569 ], [ %560, %546 ]
  %723 = phi double [ %717, %707 ], [ %561, %569 ], [ %561, %546 ]
  %724 = fcmp olt double %723, 0.000000e+00
  %725 = icmp slt i64 %720, %2030
  br i1 %725, label %726, label %855
726:
  %727 = phi i64 [ %806, %830 ], [ %719, %718 ]
  %728 = phi i64 [ %807, %830 ], [ %720, %718 ]
  %729 = add nsw i64 %728, 1
  %730 = icmp slt i64 %729, %727
  br i1 %730, label %805, label %731
731:
  %732 = icmp slt i64 %729, %2030
  br i1 %732, label %733, label %2383
733:
  %734 = phi i64 [ %803, %802 ], [ %729, %731 ]
  %735 = icmp slt i64 %734, 0
  %736 = select i1 %735, i64 %162, i64 0
  %737 = getelementptr double, ptr %160, i64 %734
  %738 = getelementptr double, ptr %737, i64 %736
  %739 = load double, ptr %738, align 8
  %740 = fadd double %266, %739
  %741 = fmul double %259, %739
  %742 = fadd double %92, %741
  %743 = fadd double %742, 6.000000e+03
  %744 = fmul double %743, 0x3F95D867C3ECE2A5
  %745 = fcmp olt double %744, 0.000000e+00
  %746 = select i1 %745, double 0.000000e+00, double %744
  %747 = fcmp olt double %2056, %746
  %748 = select i1 %747, double %2056, double %746
  %749 = fmul double %261, %739
  %750 = fadd double %96, %749
  %751 = fadd double %750, 1.600000e+03
  %752 = fmul double %751, 0x3F95D867C3ECE2A5
  %753 = fcmp olt double %752, 0.000000e+00
  %754 = select i1 %753, double 0.000000e+00, double %752
  %755 = fcmp olt double %2058, %754
  %756 = select i1 %755, double %2058, double %754
  %757 = fptosi double %748 to i64
  %758 = fptosi double %756 to i64
  %759 = mul i64 %2059, %758
  %760 = mul i64 %34, %757
  %761 = getelementptr float, ptr %28, i64 %759
  %762 = getelementptr float, ptr %761, i64 %760
  %763 = load float, ptr %762, align 4
  br i1 %724, label %764, label %766
764:
  %765 = fcmp olt float %763, 0.000000e+00
  br i1 %765, label %781, label %2383
766:
  %767 = getelementptr i8, ptr %762, i64 4
  %768 = load float, ptr %767, align 4
  %769 = fmul double %722, %740
  %770 = fmul double %722, %739
  %771 = fcmp olt double %769, %770
  %772 = select i1 %771, double %769, double %770
  %773 = fadd double %186, %772
  %774 = fpext float %763 to double
  %775 = fcmp olt double %774, 0.000000e+00
  %776 = select i1 %775, double 0.000000e+00, double %774
  %777 = fcmp ole double %776, %773
  %778 = fcmp uge float %768, 0.000000e+00
  %779 = select i1 %184, i1 true, i1 %778
  %780 = select i1 %777, i1 %779, i1 false
  br i1 %780, label %781, label %2383
781:
  %782 = add nsw i64 %734, 1
  %783 = icmp slt i64 %782, %2030
  br i1 %783, label %784, label %802
784:
  %785 = icmp slt i64 %734, -1
  %786 = select i1 %785, i64 %162, i64 0
  %787 = getelementptr double, ptr %160, i64 %782
  %788 = getelementptr double, ptr %787, i64 %786
  %789 = load double, ptr %788, align 8
  %790 = fcmp ugt double %789, %740
  br i1 %790, label %802, label %791
791:
  %792 = phi i64 [ %795, %794 ], [ %782, %784 ]
  %793 = icmp eq i64 %792, %2141
  br i1 %793, label %2383, label %794
794:
  %795 = add nsw i64 %792, 1
  %796 = icmp slt i64 %792, -1
  %797 = select i1 %796, i64 %162, i64 0
  %798 = getelementptr double, ptr %160, i64 %795
  %799 = getelementptr double, ptr %798, i64 %797
  %800 = load double, ptr %799, align 8
  %801 = fcmp ugt double %800, %740
  br i1 %801, label %802, label %791
802:
  %803 = phi i64 [ %782, %784 ], [ %782, %781 ], [ %795, %794 ]
  %804 = icmp slt i64 %803, %2030
  br i1 %804, label %733, label %2383
805:
  %806 = phi i64 [ %727, %726 ], [ %2387, %2383 ], [ %2387, %2390 ]
  %807 = phi i64 [ %729, %726 ], [ %2384, %2383 ], [ %2384, %2390 ]
  %808 = icmp slt i64 %807, 0
  %809 = select i1 %808, i64 %148, i64 0
  %810 = getelementptr double, ptr %146, i64 %807
  %811 = getelementptr double, ptr %810, i64 %809
  %812 = load double, ptr %811, align 8
  %813 = select i1 %808, i64 %162, i64 0
  %814 = getelementptr double, ptr %160, i64 %807
  %815 = getelementptr double, ptr %814, i64 %813
  %816 = load double, ptr %815, align 8
  %817 = fmul double %722, %816
  %818 = fadd double %186, %817
  %819 = fcmp olt double %812, 0.000000e+00
  %820 = xor i1 %724, %819
  br i1 %820, label %831, label %821
821:
  br i1 %724, label %828, label %822
822:
  %823 = fcmp ugt double %812, %818
  br i1 %823, label %831, label %824
824:
  %825 = fcmp olt double %818, %26
  %826 = icmp slt i64 %807, %2030
  %827 = and i1 %826, %825
  br i1 %827, label %830, label %831
828:
  %829 = icmp slt i64 %807, %2030
  br i1 %829, label %830, label %834
830:
  br label %726
831:
  %832 = add nsw i64 %720, 1
  %833 = icmp sgt i64 %807, %832
  br i1 %833, label %839, label %855
834:
  %835 = add nsw i64 %720, 1
  %836 = icmp sle i64 %807, %835
  %837 = fcmp ult double %812, 0.000000e+00
  %838 = or i1 %836, %837
  br i1 %838, label %855, label %853
839:
  br i1 %724, label %851, label %840
840:
  %841 = add nsw i64 %807, -1
  %842 = icmp slt i64 %807, 1
  %843 = select i1 %842, i64 %162, i64 0
  %844 = getelementptr double, ptr %160, i64 %841
  %845 = getelementptr double, ptr %844, i64 %843
  %846 = load double, ptr %845, align 8
  %847 = select i1 %842, i64 %148, i64 0
  %848 = getelementptr double, ptr %146, i64 %841
  %849 = getelementptr double, ptr %848, i64 %847
  %850 = load double, ptr %849, align 8
  br label %855
851:
  %852 = fcmp ult double %812, 0.000000e+00
  br i1 %852, label %855, label %853
853:
  %854 = add nsw i64 %807, -1
  br label %855
855:
  %856 = phi i64 [ %806, %853 ], [ %806, %851 ], [ %806, %840 ], [ %806, %831 ], [ %806, %834 ], [ %719, %718 ]
  %857 = phi i64 [ %720, %853 ], [ %720, %851 ], [ %841, %840 ], [ %720, %831 ], [ %720, %834 ], [ %720, %718 ]
  %858 = phi double [ %721, %853 ], [ %721, %851 ], [ %846, %840 ], [ %721, %831 ], [ %721, %834 ], [ %721, %718 ]
  %859 = phi double [ %723, %853 ], [ %723, %851 ], [ %850, %840 ], [ %723, %831 ], [ %723, %834 ], [ %723, %718 ]
  %860 = phi i64 [ %854, %853 ], [ %807, %851 ], [ %807, %840 ], [ %807, %831 ], [ %807, %834 ], [ %720, %718 ]
  %861 = icmp slt i64 %860, 0
  %862 = select i1 %861, i64 %162, i64 0
  %863 = getelementptr double, ptr %160, i64 %860
  %864 = getelementptr double, ptr %863, i64 %862
  %865 = load double, ptr %864, align 8
  %866 = select i1 %861, i64 %148, i64 0
  %867 = getelementptr double, ptr %146, i64 %860
  %868 = getelementptr double, ptr %867, i64 %866
  %869 = load double, ptr %868, align 8
  %870 = fsub double %865, %858
  %871 = fcmp olt double %859, 0.000000e+00
  %872 = fcmp olt double %869, 0.000000e+00
  %873 = xor i1 %871, %872
  %874 = select i1 %873, i64 2, i64 1
  %875 = fsub double %859, %869
  %876 = fdiv double %859, %875
  %877 = select i1 %873, double %876, double 1.000000e+00
  %878 = fsub double %869, %859
  %879 = sitofp i64 %857 to double
  br label %2457
880:
  %881 = fmul double %102, %2458
  %882 = fsub double %106, %881
  %883 = fcmp olt double %2372, %2501
  %884 = select i1 %883, double %2372, double %2501
  %885 = fmul double %102, %884
  %886 = fsub double %106, %885
  %887 = tail call double @llvm.floor.f64(double %882)
  %888 = fptosi double %887 to i64
  %889 = tail call i64 @llvm.smin.i64(i64 %2052, i64 %888)
  %890 = tail call double @llvm.floor.f64(double %886)
  %891 = fptosi double %890 to i64
  %892 = tail call i64 @llvm.smax.i64(i64 %891, i64 0)
  %893 = tail call i64 @llvm.smin.i64(i64 %892, i64 %2468)
  %894 = xor i64 %889, -1
  %895 = add i64 %892, %894
  %896 = icmp slt i64 %895, 0
  br i1 %896, label %2504, label %2018
897:
  %898 = icmp slt i64 %2517, 0
  %899 = select i1 %898, i64 %174, i64 0
  %900 = getelementptr i8, ptr %438, i64 %2517
  %901 = getelementptr i8, ptr %900, i64 %899
  %902 = load i8, ptr %901, align 1
  %903 = icmp eq i8 %902, 0
  br i1 %903, label %904, label %2000
904:
  %905 = fadd double %2525, %2523
  %906 = fmul double %905, 5.000000e-01
  %907 = fsub double %106, %906
  %908 = fmul double %2032, %907
  %909 = select i1 %898, i64 %134, i64 0
  %910 = getelementptr double, ptr %132, i64 %2517
  %911 = getelementptr double, ptr %910, i64 %909
  %912 = load double, ptr %911, align 8
  %913 = fadd double %2526, %912
  store double %913, ptr %911, align 8
  br i1 %2493, label %923, label %914
914:
  %915 = fneg double %908
  %916 = fcmp olt double %915, 0x3EB0C6F7A0B5ED8D
  %917 = select i1 %916, double 0x3EB0C6F7A0B5ED8D, double %915
  %918 = fdiv double %94, %917
  %919 = fcmp ogt double %2478, %918
  %920 = select i1 %919, double %2478, double %918
  %921 = fcmp olt double %2480, %920
  %922 = select i1 %921, double %2480, double %920
  br label %1056
923:
  %924 = fmul double %2507, %908
  %925 = fsub double %2506, %924
  %926 = tail call double @llvm.fabs.f64(double %925)
  %927 = fcmp ogt double %926, 1.000000e-09
  %928 = fmul double %2478, %908
  %929 = fadd double %186, %928
  %930 = fsub double %929, %2484
  %931 = fdiv double %930, %925
  %932 = select i1 %927, double %931, double 1.000000e+00
  %933 = fcmp olt double %932, 0.000000e+00
  %934 = select i1 %933, double 0.000000e+00, double %932
  %935 = fcmp ogt double %934, 1.000000e+00
  %936 = select i1 %935, double 1.000000e+00, double %934
  %937 = fmul double %2507, %936
  %938 = fadd double %2478, %937
  %939 = fmul double %2506, %936
  %940 = fadd double %2484, %939
  %941 = icmp ne i64 %2517, %2515
  %942 = fmul double %2512, 1.060000e+00
  %943 = fcmp ogt double %938, %942
  %944 = select i1 %941, i1 true, i1 %943
  br i1 %944, label %945, label %1016
945:
  %946 = fmul double %938, 3.000000e-02
  br i1 %253, label %947, label %1004
947:
  %948 = select i1 %898, i64 %14, i64 0
  %949 = getelementptr float, ptr %451, i64 %2517
  %950 = getelementptr float, ptr %949, i64 %948
  %951 = load float, ptr %950, align 4
  %952 = fpext float %951 to double
  %953 = fsub double %952, %938
  %954 = tail call double @llvm.fabs.f64(double %953)
  %955 = fcmp olt double %954, %946
  br i1 %955, label %956, label %1004
956:
  %957 = getelementptr float, ptr %446, i64 %2517
  %958 = getelementptr float, ptr %957, i64 %948
  %959 = load float, ptr %958, align 4
  %960 = fpext float %959 to double
  %961 = fsub double %960, %938
  %962 = tail call double @llvm.fabs.f64(double %961)
  %963 = fcmp olt double %962, %946
  br i1 %963, label %964, label %1004
964:
  %965 = select i1 %898, i64 %6, i64 0
  %966 = add i64 %965, %2517
  %967 = mul i64 %966, %8
  %968 = getelementptr float, ptr %455, i64 %967
  %969 = load float, ptr %968, align 4
  %970 = getelementptr float, ptr %459, i64 %967
  %971 = load float, ptr %970, align 4
  %972 = fadd float %969, %971
  %973 = fpext float %972 to double
  %974 = fmul double %973, 5.000000e-01
  %975 = getelementptr i8, ptr %968, i64 4
  %976 = load float, ptr %975, align 4
  %977 = getelementptr i8, ptr %970, i64 4
  %978 = load float, ptr %977, align 4
  %979 = fadd float %976, %978
  %980 = fpext float %979 to double
  %981 = fmul double %980, 5.000000e-01
  %982 = getelementptr i8, ptr %968, i64 8
  %983 = load float, ptr %982, align 4
  %984 = getelementptr i8, ptr %970, i64 8
  %985 = load float, ptr %984, align 4
  %986 = fadd float %983, %985
  %987 = fpext float %986 to double
  %988 = fmul double %987, 5.000000e-01
  %989 = select i1 %898, i64 %128, i64 0
  %990 = add i64 %989, %2517
  %991 = mul i64 %990, %130
  %992 = getelementptr double, ptr %126, i64 %991
  %993 = load double, ptr %992, align 8
  %994 = fmul double %2526, %974
  %995 = fadd double %994, %993
  store double %995, ptr %992, align 8
  %996 = getelementptr i8, ptr %992, i64 8
  %997 = load double, ptr %996, align 8
  %998 = fmul double %2526, %981
  %999 = fadd double %998, %997
  store double %999, ptr %996, align 8
  %1000 = getelementptr i8, ptr %992, i64 16
  %1001 = load double, ptr %1000, align 8
  %1002 = fmul double %2526, %988
  %1003 = fadd double %1002, %1001
  store double %1003, ptr %1000, align 8
  br label %1043
1004:
  %1005 = icmp slt i64 %2514, 0
  %1006 = select i1 %1005, i64 %152, i64 0
  %1007 = add i64 %1006, %2514
  %1008 = mul i64 %1007, %154
  %1009 = getelementptr double, ptr %150, i64 %1008
  store double %2520, ptr %1009, align 8
  %1010 = getelementptr i8, ptr %1009, i64 8
  store double %2526, ptr %1010, align 8
  %1011 = getelementptr i8, ptr %1009, i64 16
  store double %938, ptr %1011, align 8
  %1012 = getelementptr i8, ptr %1009, i64 24
  store double %940, ptr %1012, align 8
  %1013 = getelementptr i8, ptr %1009, i64 32
  store double %908, ptr %1013, align 8
  %1014 = getelementptr i8, ptr %1009, i64 40
  store double %879, ptr %1014, align 8
  %1015 = add nsw i64 %2514, 1
  br label %1043
1016:
  br i1 %2513, label %1017, label %1033
1017:
  %1018 = select i1 %898, i64 %128, i64 0
  %1019 = add i64 %1018, %2515
  %1020 = mul i64 %1019, %130
  %1021 = getelementptr double, ptr %126, i64 %1020
  %1022 = load double, ptr %1021, align 8
  %1023 = fmul double %2511, %2526
  %1024 = fadd double %1023, %1022
  store double %1024, ptr %1021, align 8
  %1025 = getelementptr i8, ptr %1021, i64 8
  %1026 = load double, ptr %1025, align 8
  %1027 = fmul double %2510, %2526
  %1028 = fadd double %1027, %1026
  store double %1028, ptr %1025, align 8
  %1029 = getelementptr i8, ptr %1021, i64 16
  %1030 = load double, ptr %1029, align 8
  %1031 = fmul double %2509, %2526
  %1032 = fadd double %1031, %1030
  store double %1032, ptr %1029, align 8
  br label %1043
1033:
  %1034 = add nsw i64 %2514, -1
  %1035 = icmp sgt i64 %2514, 0
  %1036 = select i1 %1035, i64 0, i64 %152
  %1037 = add i64 %1034, %1036
  %1038 = mul i64 %1037, %154
  %1039 = getelementptr double, ptr %150, i64 %1038
  %1040 = getelementptr i8, ptr %1039, i64 8
  %1041 = load double, ptr %1040, align 8
  %1042 = fadd double %2526, %1041
  store double %1042, ptr %1040, align 8
  br label %1043
1043:
  %1044 = phi i64 [ %2517, %964 ], [ %2517, %1004 ], [ %2515, %1017 ], [ %2515, %1033 ]
  %1045 = phi i64 [ %2514, %964 ], [ %1015, %1004 ], [ %2514, %1017 ], [ %2514, %1033 ]
  %1046 = phi double [ %938, %964 ], [ %938, %1004 ], [ %2512, %1017 ], [ %2512, %1033 ]
  %1047 = phi double [ %974, %964 ], [ %2511, %1004 ], [ %2511, %1017 ], [ %2511, %1033 ]
  %1048 = phi double [ %981, %964 ], [ %2510, %1004 ], [ %2510, %1017 ], [ %2510, %1033 ]
  %1049 = phi double [ %988, %964 ], [ %2509, %1004 ], [ %2509, %1017 ], [ %2509, %1033 ]
  %1050 = phi i1 [ true, %964 ], [ false, %1004 ], [ true, %1017 ], [ false, %1033 ]
  %1051 = select i1 %898, i64 %138, i64 0
  %1052 = getelementptr double, ptr %136, i64 %2517
  %1053 = getelementptr double, ptr %1052, i64 %1051
  %1054 = load double, ptr %1053, align 8
  %1055 = fadd double %2526, %1054
  store double %1055, ptr %1053, align 8
  br label %1056
1056:
  %1057 = phi i64 [ %2515, %914 ], [ %1044, %1043 ]
  %1058 = phi i64 [ %2514, %914 ], [ %1045, %1043 ]
  %1059 = phi i1 [ %2513, %914 ], [ %1050, %1043 ]
  %1060 = phi double [ %2512, %914 ], [ %1046, %1043 ]
  %1061 = phi double [ %2511, %914 ], [ %1047, %1043 ]
  %1062 = phi double [ %2510, %914 ], [ %1048, %1043 ]
  %1063 = phi double [ %2509, %914 ], [ %1049, %1043 ]
  %1064 = phi double [ %922, %914 ], [ %938, %1043 ]
  store double %1064, ptr %460, align 8
  %1065 = select i1 %898, i64 %14, i64 0
  %1066 = getelementptr float, ptr %461, i64 %2517
  %1067 = getelementptr float, ptr %1066, i64 %1065
  %1068 = load float, ptr %1067, align 4
  %1069 = fcmp ogt float %1068, 1.000000e+08
  br i1 %1069, label %1070, label %2000
1070:
  %1071 = load double, ptr %911, align 8
  %1072 = fcmp ogt double %1071, 4.000000e-01
  br i1 %1072, label %1073, label %2000
1073:
  %1074 = fptrunc double %1064 to float
  store float %1074, ptr %1067, align 4
  br label %2000
1075:
  %1076 = icmp slt i64 %860, %2030
  %1077 = fcmp olt double %2027, %2372
  %1078 = select i1 %1076, i1 %1077, i1 false
  %1079 = fmul double %865, %2027
  %1080 = fcmp ogt double %2051, %1079
  %1081 = select i1 %1078, i1 %1080, i1 false
  br i1 %1081, label %546, label %1082
1082:
  %1083 = phi i64 [ %547, %584 ], [ %547, %562 ], [ %547, %592 ], [ %547, %580 ], [ %2019, %1075 ]
  %1084 = phi i64 [ %550, %584 ], [ %550, %562 ], [ %550, %592 ], [ %550, %580 ], [ %2021, %1075 ]
  %1085 = phi double [ %558, %584 ], [ %558, %562 ], [ %558, %592 ], [ %558, %580 ], [ %2499, %1075 ]
  %1086 = freeze i64 %1084
  %1087 = icmp slt i64 %1086, 1
  br i1 %1087, label %2528, label %1088
1088:
  %1089 = phi i64 [ %1090, %1088 ], [ 0, %1082 ]
  %1090 = add nuw nsw i64 %1089, 1
  %1091 = mul i64 %1089, %154
  %1092 = getelementptr double, ptr %150, i64 %1091
  %1093 = getelementptr i8, ptr %1092, i64 16
  %1094 = load double, ptr %1093, align 8
  %1095 = fmul double %259, %1094
  %1096 = fadd double %92, %1095
  %1097 = fadd double %1096, 6.000000e+03
  %1098 = fmul double %1097, 0x3FB5D867C3ECE2A5
  %1099 = fadd double %1098, -5.000000e-01
  %1100 = fcmp olt double %1099, 0.000000e+00
  %1101 = select i1 %1100, double 0.000000e+00, double %1099
  %1102 = fcmp ogt double %1101, 0x408FF7FDF3B645A2
  %1103 = select i1 %1102, double 0x408FF7FDF3B645A2, double %1101
  %1104 = fmul double %261, %1094
  %1105 = fadd double %96, %1104
  %1106 = fadd double %1105, 1.600000e+03
  %1107 = fmul double %1106, 0x3FB5D867C3ECE2A5
  %1108 = fadd double %1107, -5.000000e-01
  %1109 = fcmp olt double %1108, 0.000000e+00
  %1110 = select i1 %1109, double 0.000000e+00, double %1108
  %1111 = fcmp ogt double %1110, 0x408FF7FDF3B645A2
  %1112 = select i1 %1111, double 0x408FF7FDF3B645A2, double %1110
  %1113 = fptosi double %1103 to i64
  %1114 = fptosi double %1112 to i64
  %1115 = sitofp i64 %1113 to double
  %1116 = fsub double %1103, %1115
  %1117 = sitofp i64 %1114 to double
  %1118 = fsub double %1112, %1117
  %1119 = fsub double 1.000000e+00, %1118
  %1120 = fsub double 1.000000e+00, %1116
  %1121 = fmul double %1119, %1120
  %1122 = fmul double %1116, %1119
  %1123 = fmul double %1118, %1120
  %1124 = fmul double %1118, %1116
  %1125 = fptrunc double %1121 to float
  %1126 = fptrunc double %1122 to float
  %1127 = fptrunc double %1123 to float
  %1128 = fptrunc double %1124 to float
  %1129 = add i64 %1114, 1
  %1130 = add i64 %1113, 1
  %1131 = mul i64 %2060, %1114
  %1132 = mul i64 %40, %1113
  %1133 = getelementptr float, ptr %36, i64 %1131
  %1134 = getelementptr float, ptr %1133, i64 %1132
  %1135 = load float, ptr %1134, align 4
  %1136 = fmul float %1135, %1125
  %1137 = mul i64 %1130, %40
  %1138 = getelementptr float, ptr %1133, i64 %1137
  %1139 = load float, ptr %1138, align 4
  %1140 = fmul float %1139, %1126
  %1141 = fadd float %1136, %1140
  %1142 = mul i64 %1129, %2060
  %1143 = getelementptr float, ptr %36, i64 %1142
  %1144 = getelementptr float, ptr %1143, i64 %1132
  %1145 = load float, ptr %1144, align 4
  %1146 = fmul float %1145, %1127
  %1147 = fadd float %1146, %1141
  %1148 = getelementptr float, ptr %1143, i64 %1137
  %1149 = load float, ptr %1148, align 4
  %1150 = fmul float %1149, %1128
  %1151 = fadd float %1150, %1147
  %1152 = getelementptr i8, ptr %1134, i64 4
  %1153 = load float, ptr %1152, align 4
  %1154 = fmul float %1153, %1125
  %1155 = getelementptr i8, ptr %1138, i64 4
  %1156 = load float, ptr %1155, align 4
  %1157 = fmul float %1156, %1126
  %1158 = fadd float %1154, %1157
  %1159 = getelementptr i8, ptr %1144, i64 4
  %1160 = load float, ptr %1159, align 4
  %1161 = fmul float %1160, %1127
  %1162 = fadd float %1161, %1158
  %1163 = getelementptr i8, ptr %1148, i64 4
  %1164 = load float, ptr %1163, align 4
  %1165 = fmul float %1164, %1128
  %1166 = fadd float %1165, %1162
  %1167 = getelementptr i8, ptr %1134, i64 8
  %1168 = load float, ptr %1167, align 4
  %1169 = fmul float %1168, %1125
  %1170 = getelementptr i8, ptr %1138, i64 8
  %1171 = load float, ptr %1170, align 4
  %1172 = fmul float %1171, %1126
  %1173 = fadd float %1169, %1172
  %1174 = getelementptr i8, ptr %1144, i64 8
  %1175 = load float, ptr %1174, align 4
  %1176 = fmul float %1175, %1127
  %1177 = fadd float %1176, %1173
  %1178 = getelementptr i8, ptr %1148, i64 8
  %1179 = load float, ptr %1178, align 4
  %1180 = fmul float %1179, %1128
  %1181 = fadd float %1180, %1177
  %1182 = getelementptr i8, ptr %1134, i64 12
  %1183 = load float, ptr %1182, align 4
  %1184 = fmul float %1183, %1125
  %1185 = getelementptr i8, ptr %1138, i64 12
  %1186 = load float, ptr %1185, align 4
  %1187 = fmul float %1186, %1126
  %1188 = fadd float %1184, %1187
  %1189 = getelementptr i8, ptr %1144, i64 12
  %1190 = load float, ptr %1189, align 4
  %1191 = fmul float %1190, %1127
  %1192 = fadd float %1191, %1188
  %1193 = getelementptr i8, ptr %1148, i64 12
  %1194 = load float, ptr %1193, align 4
  %1195 = fmul float %1194, %1128
  %1196 = fadd float %1195, %1192
  %1197 = mul i64 %1089, %158
  %1198 = getelementptr float, ptr %156, i64 %1197
  store float %1151, ptr %1198, align 4
  %1199 = getelementptr i8, ptr %1198, i64 4
  store float %1166, ptr %1199, align 4
  %1200 = getelementptr i8, ptr %1198, i64 8
  store float %1181, ptr %1200, align 4
  %1201 = getelementptr i8, ptr %1198, i64 12
  store float %1196, ptr %1201, align 4
  %1202 = getelementptr i8, ptr %1134, i64 16
  %1203 = load float, ptr %1202, align 4
  %1204 = fmul float %1203, %1125
  %1205 = getelementptr i8, ptr %1138, i64 16
  %1206 = load float, ptr %1205, align 4
  %1207 = fmul float %1206, %1126
  %1208 = fadd float %1204, %1207
  %1209 = getelementptr i8, ptr %1144, i64 16
  %1210 = load float, ptr %1209, align 4
  %1211 = fmul float %1210, %1127
  %1212 = fadd float %1208, %1211
  %1213 = getelementptr i8, ptr %1148, i64 16
  %1214 = load float, ptr %1213, align 4
  %1215 = fmul float %1214, %1128
  %1216 = fadd float %1212, %1215
  %1217 = getelementptr i8, ptr %1134, i64 20
  %1218 = load float, ptr %1217, align 4
  %1219 = fmul float %1218, %1125
  %1220 = getelementptr i8, ptr %1138, i64 20
  %1221 = load float, ptr %1220, align 4
  %1222 = fmul float %1221, %1126
  %1223 = fadd float %1219, %1222
  %1224 = getelementptr i8, ptr %1144, i64 20
  %1225 = load float, ptr %1224, align 4
  %1226 = fmul float %1225, %1127
  %1227 = fadd float %1223, %1226
  %1228 = getelementptr i8, ptr %1148, i64 20
  %1229 = load float, ptr %1228, align 4
  %1230 = fmul float %1229, %1128
  %1231 = fadd float %1227, %1230
  %1232 = getelementptr i8, ptr %1134, i64 24
  %1233 = load float, ptr %1232, align 4
  %1234 = fmul float %1233, %1125
  %1235 = getelementptr i8, ptr %1138, i64 24
  %1236 = load float, ptr %1235, align 4
  %1237 = fmul float %1236, %1126
  %1238 = fadd float %1234, %1237
  %1239 = getelementptr i8, ptr %1144, i64 24
  %1240 = load float, ptr %1239, align 4
  %1241 = fmul float %1240, %1127
  %1242 = fadd float %1238, %1241
  %1243 = getelementptr i8, ptr %1148, i64 24
  %1244 = load float, ptr %1243, align 4
  %1245 = fmul float %1244, %1128
  %1246 = fadd float %1242, %1245
  %1247 = getelementptr i8, ptr %1134, i64 28
  %1248 = load float, ptr %1247, align 4
  %1249 = fmul float %1248, %1125
  %1250 = getelementptr i8, ptr %1138, i64 28
  %1251 = load float, ptr %1250, align 4
  %1252 = fmul float %1251, %1126
  %1253 = fadd float %1249, %1252
  %1254 = getelementptr i8, ptr %1144, i64 28
  %1255 = load float, ptr %1254, align 4
  %1256 = fmul float %1255, %1127
  %1257 = fadd float %1253, %1256
  %1258 = getelementptr i8, ptr %1148, i64 28
  %1259 = load float, ptr %1258, align 4
  %1260 = fmul float %1259, %1128
  %1261 = fadd float %1257, %1260
  %1262 = getelementptr i8, ptr %1198, i64 16
  store float %1216, ptr %1262, align 4
  %1263 = getelementptr i8, ptr %1198, i64 20
  store float %1231, ptr %1263, align 4
  %1264 = getelementptr i8, ptr %1198, i64 24
  store float %1246, ptr %1264, align 4
  %1265 = getelementptr i8, ptr %1198, i64 28
  store float %1261, ptr %1265, align 4
  %1266 = load float, ptr %1247, align 4
  store float %1266, ptr %1265, align 4
  %1267 = icmp eq i64 %1086, %1090
  br i1 %1267, label %1268, label %1088
1268:
  %1269 = phi i64 [ %1270, %1726 ], [ 0, %1088 ]
  %1270 = add nuw nsw i64 %1269, 1
  %1271 = mul i64 %1269, %154
  %1272 = getelementptr double, ptr %150, i64 %1271
  %1273 = load double, ptr %1272, align 8
  %1274 = fptosi double %1273 to i64
  %1275 = getelementptr i8, ptr %1272, i64 8
  %1276 = load double, ptr %1275, align 8
  %1277 = getelementptr i8, ptr %1272, i64 16
  %1278 = load double, ptr %1277, align 8
  %1279 = getelementptr i8, ptr %1272, i64 24
  %1280 = load double, ptr %1279, align 8
  %1281 = getelementptr i8, ptr %1272, i64 40
  %1282 = load double, ptr %1281, align 8
  %1283 = fptosi double %1282 to i64
  %1284 = getelementptr i8, ptr %1272, i64 32
  %1285 = load double, ptr %1284, align 8
  %1286 = fmul double %259, %1278
  %1287 = fadd double %92, %1286
  %1288 = fmul double %261, %1278
  %1289 = fadd double %96, %1288
  %1290 = mul i64 %1269, %158
  %1291 = getelementptr float, ptr %156, i64 %1290
  %1292 = icmp slt i64 %1283, 0
  %1293 = select i1 %1292, i64 %166, i64 0
  %1294 = add i64 %1293, %1283
  %1295 = mul i64 %1294, %168
  %1296 = getelementptr double, ptr %164, i64 %1295
  %1297 = load double, ptr %1296, align 8
  %1298 = getelementptr i8, ptr %1296, i64 8
  %1299 = load double, ptr %1298, align 8
  %1300 = getelementptr i8, ptr %1291, i64 28
  %1301 = load float, ptr %1300, align 4
  %1302 = fcmp ogt float %1301, 1.500000e+00
  %1303 = fcmp olt float %1301, 0.000000e+00
  %1304 = fmul double %1287, 3.000000e-01
  %1305 = select i1 %1303, double %1304, double %1287
  %1306 = select i1 %1303, double 1.000000e+00, double 3.000000e-01
  %1307 = select i1 %1302, double 0.000000e+00, double %1306
  %1308 = fmul double %1289, %1307
  %1309 = fadd double %1305, %1308
  %1310 = fmul double %1280, 8.000000e-01
  %1311 = select i1 %1302, double %1289, double %1310
  %1312 = tail call float @llvm.fabs.f32(float %1301)
  %1313 = select i1 %1302, float 2.000000e+00, float 0.000000e+00
  %1314 = fsub float %1312, %1313
  %1315 = fmul double %1297, 8.000000e+00
  %1316 = fdiv double 1.000000e+00, %1315
  %1317 = fptrunc double %1299 to float
  %1318 = fmul double %1316, %1309
  %1319 = fmul double %1316, %1311
  %1320 = tail call double @llvm.floor.f64(double %1318)
  %1321 = tail call double @llvm.floor.f64(double %1319)
  %1322 = fptosi double %1320 to i64
  %1323 = and i64 %1322, 255
  %1324 = fptosi double %1321 to i64
  %1325 = and i64 %1324, 255
  %1326 = add nsw i64 %1322, 1
  %1327 = and i64 %1326, 255
  %1328 = add nsw i64 %1324, 1
  %1329 = and i64 %1328, 255
  %1330 = fsub double %1318, %1320
  %1331 = fsub double %1319, %1321
  %1332 = fsub double 1.000000e+00, %1331
  %1333 = fsub double 1.000000e+00, %1330
  %1334 = fmul double %1332, %1333
  %1335 = fmul double %1332, %1330
  %1336 = fmul double %1331, %1333
  %1337 = fmul double %1331, %1330
  %1338 = fptrunc double %1334 to float
  %1339 = fptrunc double %1335 to float
  %1340 = fptrunc double %1336 to float
  %1341 = fptrunc double %1337 to float
  %1342 = mul i64 %1325, %2061
  %1343 = mul i64 %1323, %24
  %1344 = getelementptr i8, ptr %20, i64 %1342
  %1345 = getelementptr i8, ptr %1344, i64 %1343
  %1346 = load i8, ptr %1345, align 1
  %1347 = sitofp i8 %1346 to float
  %1348 = fmul float %1347, %1338
  %1349 = mul i64 %1327, %24
  %1350 = getelementptr i8, ptr %1344, i64 %1349
  %1351 = load i8, ptr %1350, align 1
  %1352 = sitofp i8 %1351 to float
  %1353 = fmul float %1352, %1339
  %1354 = fadd float %1353, %1348
  %1355 = mul i64 %1329, %2061
  %1356 = getelementptr i8, ptr %20, i64 %1355
  %1357 = getelementptr i8, ptr %1356, i64 %1343
  %1358 = load i8, ptr %1357, align 1
  %1359 = sitofp i8 %1358 to float
  %1360 = fmul float %1359, %1340
  %1361 = fadd float %1360, %1354
  %1362 = getelementptr i8, ptr %1356, i64 %1349
  %1363 = load i8, ptr %1362, align 1
  %1364 = sitofp i8 %1363 to float
  %1365 = fmul float %1364, %1341
  %1366 = fadd float %1365, %1361
  %1367 = getelementptr i8, ptr %1345, i64 1
  %1368 = load i8, ptr %1367, align 1
  %1369 = sitofp i8 %1368 to float
  %1370 = fmul float %1369, %1338
  %1371 = getelementptr i8, ptr %1350, i64 1
  %1372 = load i8, ptr %1371, align 1
  %1373 = sitofp i8 %1372 to float
  %1374 = fmul float %1373, %1339
  %1375 = fadd float %1374, %1370
  %1376 = getelementptr i8, ptr %1357, i64 1
  %1377 = load i8, ptr %1376, align 1
  %1378 = sitofp i8 %1377 to float
  %1379 = fmul float %1378, %1340
  %1380 = fadd float %1379, %1375
  %1381 = getelementptr i8, ptr %1362, i64 1
  %1382 = load i8, ptr %1381, align 1
  %1383 = sitofp i8 %1382 to float
  %1384 = fmul float %1383, %1341
  %1385 = fadd float %1384, %1380
  %1386 = getelementptr i8, ptr %1345, i64 2
  %1387 = load i8, ptr %1386, align 1
  %1388 = sitofp i8 %1387 to float
  %1389 = fmul float %1388, %1338
  %1390 = getelementptr i8, ptr %1350, i64 2
  %1391 = load i8, ptr %1390, align 1
  %1392 = sitofp i8 %1391 to float
  %1393 = fmul float %1339, %1392
  %1394 = fadd float %1389, %1393
  %1395 = getelementptr i8, ptr %1357, i64 2
  %1396 = load i8, ptr %1395, align 1
  %1397 = sitofp i8 %1396 to float
  %1398 = fmul float %1340, %1397
  %1399 = fadd float %1394, %1398
  %1400 = getelementptr i8, ptr %1362, i64 2
  %1401 = load i8, ptr %1400, align 1
  %1402 = sitofp i8 %1401 to float
  %1403 = fmul float %1341, %1402
  %1404 = fadd float %1399, %1403
  %1405 = fmul double %1318, 8.000000e+00
  %1406 = fmul double %1319, 8.000000e+00
  %1407 = tail call double @llvm.floor.f64(double %1405)
  %1408 = tail call double @llvm.floor.f64(double %1406)
  %1409 = fptosi double %1407 to i64
  %1410 = and i64 %1409, 255
  %1411 = fptosi double %1408 to i64
  %1412 = and i64 %1411, 255
  %1413 = add nsw i64 %1409, 1
  %1414 = and i64 %1413, 255
  %1415 = add nsw i64 %1411, 1
  %1416 = and i64 %1415, 255
  %1417 = fsub double %1405, %1407
  %1418 = fsub double %1406, %1408
  %1419 = fsub double 1.000000e+00, %1418
  %1420 = fsub double 1.000000e+00, %1417
  %1421 = fmul double %1419, %1420
  %1422 = fmul double %1419, %1417
  %1423 = fmul double %1418, %1420
  %1424 = fmul double %1418, %1417
  %1425 = fptrunc double %1421 to float
  %1426 = fptrunc double %1422 to float
  %1427 = fptrunc double %1423 to float
  %1428 = fptrunc double %1424 to float
  %1429 = mul i64 %1412, %2061
  %1430 = mul i64 %1410, %24
  %1431 = getelementptr i8, ptr %20, i64 %1429
  %1432 = getelementptr i8, ptr %1431, i64 %1430
  %1433 = load i8, ptr %1432, align 1
  %1434 = sitofp i8 %1433 to float
  %1435 = fmul float %1425, %1434
  %1436 = mul i64 %1414, %24
  %1437 = getelementptr i8, ptr %1431, i64 %1436
  %1438 = load i8, ptr %1437, align 1
  %1439 = sitofp i8 %1438 to float
  %1440 = fmul float %1426, %1439
  %1441 = fadd float %1435, %1440
  %1442 = mul i64 %1416, %2061
  %1443 = getelementptr i8, ptr %20, i64 %1442
  %1444 = getelementptr i8, ptr %1443, i64 %1430
  %1445 = load i8, ptr %1444, align 1
  %1446 = sitofp i8 %1445 to float
  %1447 = fmul float %1427, %1446
  %1448 = fadd float %1441, %1447
  %1449 = getelementptr i8, ptr %1443, i64 %1436
  %1450 = load i8, ptr %1449, align 1
  %1451 = sitofp i8 %1450 to float
  %1452 = fmul float %1428, %1451
  %1453 = fadd float %1448, %1452
  %1454 = getelementptr i8, ptr %1432, i64 1
  %1455 = load i8, ptr %1454, align 1
  %1456 = sitofp i8 %1455 to float
  %1457 = fmul float %1425, %1456
  %1458 = getelementptr i8, ptr %1437, i64 1
  %1459 = load i8, ptr %1458, align 1
  %1460 = sitofp i8 %1459 to float
  %1461 = fmul float %1426, %1460
  %1462 = fadd float %1457, %1461
  %1463 = getelementptr i8, ptr %1444, i64 1
  %1464 = load i8, ptr %1463, align 1
  %1465 = sitofp i8 %1464 to float
  %1466 = fmul float %1427, %1465
  %1467 = fadd float %1462, %1466
  %1468 = getelementptr i8, ptr %1449, i64 1
  %1469 = load i8, ptr %1468, align 1
  %1470 = sitofp i8 %1469 to float
  %1471 = fmul float %1428, %1470
  %1472 = fadd float %1467, %1471
  %1473 = getelementptr i8, ptr %1432, i64 2
  %1474 = load i8, ptr %1473, align 1
  %1475 = sitofp i8 %1474 to float
  %1476 = fmul float %1425, %1475
  %1477 = getelementptr i8, ptr %1437, i64 2
  %1478 = load i8, ptr %1477, align 1
  %1479 = sitofp i8 %1478 to float
  %1480 = fmul float %1426, %1479
  %1481 = fadd float %1476, %1480
  %1482 = getelementptr i8, ptr %1444, i64 2
  %1483 = load i8, ptr %1482, align 1
  %1484 = sitofp i8 %1483 to float
  %1485 = fmul float %1427, %1484
  %1486 = fadd float %1481, %1485
  %1487 = getelementptr i8, ptr %1449, i64 2
  %1488 = load i8, ptr %1487, align 1
  %1489 = sitofp i8 %1488 to float
  %1490 = fmul float %1428, %1489
  %1491 = fadd float %1486, %1490
  %1492 = fmul double %1318, 1.250000e-01
  %1493 = fmul double %1319, 1.250000e-01
  %1494 = tail call double @llvm.floor.f64(double %1492)
  %1495 = tail call double @llvm.floor.f64(double %1493)
  %1496 = fptosi double %1494 to i64
  %1497 = and i64 %1496, 255
  %1498 = fptosi double %1495 to i64
  %1499 = and i64 %1498, 255
  %1500 = add nsw i64 %1496, 1
  %1501 = and i64 %1500, 255
  %1502 = add nsw i64 %1498, 1
  %1503 = and i64 %1502, 255
  %1504 = fsub double %1492, %1494
  %1505 = fsub double %1493, %1495
  %1506 = fsub double 1.000000e+00, %1505
  %1507 = fsub double 1.000000e+00, %1504
  %1508 = fmul double %1506, %1507
  %1509 = fmul double %1506, %1504
  %1510 = fmul double %1505, %1507
  %1511 = fmul double %1505, %1504
  %1512 = fptrunc double %1508 to float
  %1513 = fptrunc double %1509 to float
  %1514 = fptrunc double %1510 to float
  %1515 = fptrunc double %1511 to float
  %1516 = mul i64 %1499, %2061
  %1517 = mul i64 %1497, %24
  %1518 = getelementptr i8, ptr %20, i64 %1516
  %1519 = getelementptr i8, ptr %1518, i64 %1517
  %1520 = load i8, ptr %1519, align 1
  %1521 = sitofp i8 %1520 to float
  %1522 = fmul float %1512, %1521
  %1523 = mul i64 %1501, %24
  %1524 = getelementptr i8, ptr %1518, i64 %1523
  %1525 = load i8, ptr %1524, align 1
  %1526 = sitofp i8 %1525 to float
  %1527 = fmul float %1513, %1526
  %1528 = fadd float %1522, %1527
  %1529 = mul i64 %1503, %2061
  %1530 = getelementptr i8, ptr %20, i64 %1529
  %1531 = getelementptr i8, ptr %1530, i64 %1517
  %1532 = load i8, ptr %1531, align 1
  %1533 = sitofp i8 %1532 to float
  %1534 = fmul float %1514, %1533
  %1535 = fadd float %1528, %1534
  %1536 = getelementptr i8, ptr %1530, i64 %1523
  %1537 = load i8, ptr %1536, align 1
  %1538 = sitofp i8 %1537 to float
  %1539 = fmul float %1515, %1538
  %1540 = fadd float %1535, %1539
  %1541 = getelementptr i8, ptr %1519, i64 1
  %1542 = load i8, ptr %1541, align 1
  %1543 = sitofp i8 %1542 to float
  %1544 = fmul float %1512, %1543
  %1545 = getelementptr i8, ptr %1524, i64 1
  %1546 = load i8, ptr %1545, align 1
  %1547 = sitofp i8 %1546 to float
  %1548 = fmul float %1513, %1547
  %1549 = fadd float %1544, %1548
  %1550 = getelementptr i8, ptr %1531, i64 1
  %1551 = load i8, ptr %1550, align 1
  %1552 = sitofp i8 %1551 to float
  %1553 = fmul float %1514, %1552
  %1554 = fadd float %1549, %1553
  %1555 = getelementptr i8, ptr %1536, i64 1
  %1556 = load i8, ptr %1555, align 1
  %1557 = sitofp i8 %1556 to float
  %1558 = fmul float %1515, %1557
  %1559 = fadd float %1554, %1558
  %1560 = getelementptr i8, ptr %1519, i64 2
  %1561 = load i8, ptr %1560, align 1
  %1562 = sitofp i8 %1561 to float
  %1563 = fmul float %1512, %1562
  %1564 = getelementptr i8, ptr %1524, i64 2
  %1565 = load i8, ptr %1564, align 1
  %1566 = sitofp i8 %1565 to float
  %1567 = fmul float %1513, %1566
  %1568 = fadd float %1563, %1567
  %1569 = getelementptr i8, ptr %1531, i64 2
  %1570 = load i8, ptr %1569, align 1
  %1571 = sitofp i8 %1570 to float
  %1572 = fmul float %1514, %1571
  %1573 = fadd float %1568, %1572
  %1574 = getelementptr i8, ptr %1536, i64 2
  %1575 = load i8, ptr %1574, align 1
  %1576 = sitofp i8 %1575 to float
  %1577 = fmul float %1515, %1576
  %1578 = fadd float %1573, %1577
  %1579 = fsub float 1.000000e+00, %1317
  %1580 = fmul float %1579, %1453
  %1581 = fmul float %1540, %1317
  %1582 = fadd float %1580, %1581
  %1583 = fmul float %1579, %1472
  %1584 = fmul float %1559, %1317
  %1585 = fadd float %1583, %1584
  %1586 = fmul float %1579, %1491
  %1587 = fmul float %1578, %1317
  %1588 = fadd float %1586, %1587
  %1589 = fmul float %1582, 0x3FE6666660000000
  %1590 = fadd float %1366, %1589
  %1591 = fmul float %1590, 0x3F71CF06A0000000
  %1592 = fadd float %1591, 0x3FDCCCCCC0000000
  %1593 = fadd float %1385, %1585
  %1594 = fmul float %1593, 0x3FB0204080000000
  %1595 = fadd float %1404, %1588
  %1596 = fmul float %1595, 0x3FB0204080000000
  %1597 = fcmp olt float %1592, 0.000000e+00
  %1598 = select i1 %1597, float 0.000000e+00, float %1592
  %1599 = fcmp ogt float %1598, 0x3FF3333340000000
  %1600 = select i1 %1599, float 0x3FF3333340000000, float %1598
  %1601 = getelementptr i8, ptr %1291, i64 12
  %1602 = load float, ptr %1601, align 4
  %1603 = fmul float %1602, 0x4002666660000000
  %1604 = fadd float %1603, 0xBFE51EB860000000
  %1605 = fmul float %1600, 0x3FE19999A0000000
  %1606 = fadd float %1604, %1605
  %1607 = fcmp olt float %1606, 0.000000e+00
  %1608 = select i1 %1607, float 0.000000e+00, float %1606
  %1609 = fcmp ogt float %1608, 1.000000e+00
  %1610 = select i1 %1609, float 1.000000e+00, float %1608
  %1611 = fptrunc double %1280 to float
  %1612 = fcmp olt float %1611, 0.000000e+00
  %1613 = select i1 %1612, float 0.000000e+00, float %1611
  %1614 = fcmp ogt float %1613, 1.000000e+00
  %1615 = select i1 %1614, float 1.000000e+00, float %1613
  %1616 = fmul float %1615, %1610
  %1617 = fadd float %1600, 0x3FD99999A0000000
  %1618 = fsub float 1.000000e+00, %1616
  %1619 = fmul float %1617, %1618
  %1620 = load float, ptr %1291, align 4
  %1621 = fmul float %1620, %1619
  %1622 = fmul float %1616, 0x3FE8F5C280000000
  %1623 = fadd float %1622, %1621
  %1624 = getelementptr i8, ptr %1291, i64 4
  %1625 = load float, ptr %1624, align 4
  %1626 = fmul float %1625, %1619
  %1627 = fmul float %1616, 0x3FEA3D70A0000000
  %1628 = fadd float %1627, %1626
  %1629 = getelementptr i8, ptr %1291, i64 8
  %1630 = load float, ptr %1629, align 4
  %1631 = fmul float %1630, %1619
  %1632 = fmul float %1616, 0x3FEC28F5C0000000
  %1633 = fadd float %1632, %1631
  %1634 = fmul float %1616, 7.500000e-01
  %1635 = fsub float 1.000000e+00, %1634
  %1636 = fmul float %1314, %1635
  %1637 = fmul float %1596, %2065
  %1638 = fmul float %1594, %2066
  %1639 = fsub float %1637, %1638
  %1640 = getelementptr i8, ptr %1291, i64 16
  %1641 = load float, ptr %1640, align 4
  %1642 = fmul float %1639, %1636
  %1643 = fadd float %1642, 1.000000e+00
  %1644 = fcmp olt float %1643, 0x3FC3333340000000
  %1645 = select i1 %1644, float 0x3FC3333340000000, float %1643
  %1646 = fcmp ogt float %1645, 0x40019999A0000000
  %1647 = select i1 %1646, float 0x40019999A0000000, float %1645
  %1648 = fmul float %1641, %1647
  %1649 = fmul float %1600, 5.000000e-01
  %1650 = fadd float %1649, 0x3FE3333340000000
  %1651 = fmul float %1616, 0x3FC99999A0000000
  %1652 = fadd float %1650, %1651
  %1653 = getelementptr i8, ptr %1291, i64 20
  %1654 = load float, ptr %1653, align 4
  %1655 = fmul float %1654, %1652
  %1656 = getelementptr i8, ptr %1291, i64 24
  %1657 = load float, ptr %1656, align 4
  %1658 = fmul float %1657, %1652
  %1659 = fmul float %1648, %2069
  %1660 = fmul float %1655, %2070
  %1661 = fadd float %1660, %1659
  %1662 = load double, ptr %2068, align 8
  %1663 = fptrunc double %1662 to float
  %1664 = fmul float %1658, %1663
  %1665 = fadd float %1664, %1661
  %1666 = fmul float %1648, %2071
  %1667 = fmul float %1655, %2072
  %1668 = fadd float %1667, %1666
  %1669 = load double, ptr %2073, align 8
  %1670 = fptrunc double %1669 to float
  %1671 = fmul float %1658, %1670
  %1672 = fadd float %1671, %1668
  %1673 = fmul float %1648, %2074
  %1674 = fmul float %1655, %2075
  %1675 = fadd float %1674, %1673
  %1676 = load double, ptr %2076, align 8
  %1677 = fptrunc double %1676 to float
  %1678 = fmul float %1658, %1677
  %1679 = fadd float %1678, %1675
  %1680 = fmul float %1623, %1665
  %1681 = fmul float %1628, %1672
  %1682 = fmul float %1633, %1679
  %1683 = fmul double %1285, %1285
  %1684 = fadd double %464, %1683
  %1685 = tail call double @llvm.sqrt.f64(double %1684)
  br i1 %2077, label %1721, label %1726
1686:
  %1687 = fcmp olt double %1280, 0.000000e+00
  %1688 = fneg double %1280
  %1689 = select i1 %1687, double -0.000000e+00, double %1688
  %1690 = fdiv double %1689, %82
  %1691 = fptrunc double %1690 to float
  %1692 = fmul float %1691, 0x3FF7154760000000
  %1693 = fcmp olt float %1692, -1.260000e+02
  %1694 = select i1 %1693, float -1.260000e+02, float %1692
  %1695 = fcmp ogt float %1694, 1.260000e+02
  %1696 = select i1 %1695, float 1.260000e+02, float %1694
  %1697 = fadd float %1696, 5.000000e-01
  %1698 = tail call float @llvm.floor.f32(float %1697)
  %1699 = fsub float %1696, %1698
  %1700 = fmul float %1699, 0x3F83C6E5C0000000
  %1701 = fadd float %1700, 0x3FAC96D5E0000000
  %1702 = fmul float %1699, %1701
  %1703 = fadd float %1702, 0x3FCEBFB3E0000000
  %1704 = fmul float %1699, %1703
  %1705 = fadd float %1704, 0x3FE62E2D20000000
  %1706 = fmul float %1699, %1705
  %1707 = fadd float %1706, 1.000000e+00
  %1708 = fptosi float %1698 to i32
  %1709 = shl i32 %1708, 23
  %1710 = add i32 %1709, 1065353216
  %1711 = bitcast i32 %1710 to float
  %1712 = fmul float %1707, %1711
  %1713 = fpext float %1712 to double
  %1714 = fsub double %2103, %1713
  %1715 = fdiv double %1714, %1723
  br label %1716
1716:
  %1717 = phi double [ %1715, %1686 ], [ %2103, %1721 ]
  %1718 = tail call double @llvm.fabs.f64(double %1717)
  %1719 = fmul double %80, %1718
  %1720 = fadd double %64, %1719
  br label %1726
1721:
  %1722 = fsub double %1280, %94
  %1723 = fdiv double %1722, %82
  %1724 = tail call double @llvm.fabs.f64(double %1723)
  %1725 = fcmp olt double %1724, 1.000000e-03
  br i1 %1725, label %1716, label %1686
1726:
  %1727 = phi double [ %1720, %1716 ], [ %64, %1268 ]
  %1728 = fneg double %1685
  %1729 = fmul double %1278, %1728
  %1730 = fmul double %1729, %1727
  %1731 = fptrunc double %1730 to float
  %1732 = fmul float %1731, 0x3FF7154760000000
  %1733 = fcmp olt float %1732, -1.260000e+02
  %1734 = select i1 %1733, float -1.260000e+02, float %1732
  %1735 = fcmp ogt float %1734, 1.260000e+02
  %1736 = select i1 %1735, float 1.260000e+02, float %1734
  %1737 = fadd float %1736, 5.000000e-01
  %1738 = tail call float @llvm.floor.f32(float %1737)
  %1739 = fsub float %1736, %1738
  %1740 = fmul float %1739, 0x3F83C6E5C0000000
  %1741 = fadd float %1740, 0x3FAC96D5E0000000
  %1742 = fmul float %1739, %1741
  %1743 = fadd float %1742, 0x3FCEBFB3E0000000
  %1744 = fmul float %1739, %1743
  %1745 = fadd float %1744, 0x3FE62E2D20000000
  %1746 = fmul float %1739, %1745
  %1747 = fadd float %1746, 1.000000e+00
  %1748 = fptosi float %1738 to i32
  %1749 = shl i32 %1748, 23
  %1750 = add i32 %1749, 1065353216
  %1751 = bitcast i32 %1750 to float
  %1752 = fmul float %1747, %1751
  %1753 = fpext float %1752 to double
  %1754 = fdiv double %1285, 9.000000e-01
  %1755 = fsub double 1.000000e+00, %1754
  %1756 = fmul double %1755, 5.000000e-01
  %1757 = fmul double %1756, 2.300000e+01
  %1758 = fcmp olt double %1757, 0.000000e+00
  %1759 = select i1 %1758, double 0.000000e+00, double %1757
  %1760 = fcmp ogt double %1759, 2.299900e+01
  %1761 = select i1 %1760, double 2.299900e+01, double %1759
  %1762 = fptosi double %1761 to i64
  %1763 = sitofp i64 %1762 to double
  %1764 = fsub double %1761, %1763
  %1765 = icmp slt i64 %1762, 0
  %1766 = select i1 %1765, i64 %142, i64 0
  %1767 = add i64 %1766, %1762
  %1768 = mul i64 %1767, %144
  %1769 = getelementptr double, ptr %140, i64 %1768
  %1770 = load double, ptr %1769, align 8
  %1771 = add nsw i64 %1762, 1
  %1772 = icmp slt i64 %1762, -1
  %1773 = select i1 %1772, i64 %142, i64 0
  %1774 = add i64 %1771, %1773
  %1775 = mul i64 %1774, %144
  %1776 = getelementptr double, ptr %140, i64 %1775
  %1777 = load double, ptr %1776, align 8
  %1778 = fsub double %1777, %1770
  %1779 = fmul double %1764, %1778
  %1780 = fadd double %1770, %1779
  %1781 = getelementptr i8, ptr %1769, i64 8
  %1782 = load double, ptr %1781, align 8
  %1783 = getelementptr i8, ptr %1776, i64 8
  %1784 = load double, ptr %1783, align 8
  %1785 = fsub double %1784, %1782
  %1786 = fmul double %1764, %1785
  %1787 = fadd double %1782, %1786
  %1788 = getelementptr i8, ptr %1769, i64 16
  %1789 = load double, ptr %1788, align 8
  %1790 = getelementptr i8, ptr %1776, i64 16
  %1791 = load double, ptr %1790, align 8
  %1792 = fsub double %1791, %1789
  %1793 = fmul double %1764, %1792
  %1794 = fadd double %1789, %1793
  %1795 = fpext float %1680 to double
  %1796 = fpext float %1681 to double
  %1797 = fpext float %1682 to double
  %1798 = fsub double %1795, %1780
  %1799 = fmul double %1798, %1753
  %1800 = fadd double %1780, %1799
  %1801 = fsub double %1796, %1787
  %1802 = fmul double %1801, %1753
  %1803 = fadd double %1787, %1802
  %1804 = fsub double %1797, %1794
  %1805 = fmul double %1804, %1753
  %1806 = fadd double %1794, %1805
  %1807 = icmp slt i64 %1274, 0
  %1808 = select i1 %1807, i64 %128, i64 0
  %1809 = add i64 %1808, %1274
  %1810 = mul i64 %1809, %130
  %1811 = getelementptr double, ptr %126, i64 %1810
  %1812 = load double, ptr %1811, align 8
  %1813 = fmul double %1276, %1800
  %1814 = fadd double %1812, %1813
  store double %1814, ptr %1811, align 8
  %1815 = getelementptr i8, ptr %1811, i64 8
  %1816 = load double, ptr %1815, align 8
  %1817 = fmul double %1276, %1803
  %1818 = fadd double %1816, %1817
  store double %1818, ptr %1815, align 8
  %1819 = getelementptr i8, ptr %1811, i64 16
  %1820 = load double, ptr %1819, align 8
  %1821 = fmul double %1276, %1806
  %1822 = fadd double %1820, %1821
  store double %1822, ptr %1819, align 8
  %1823 = icmp eq i64 %1086, %1270
  br i1 %1823, label %2528, label %1268
1824:
  %1825 = fdiv double %2104, %1085
  %1826 = fsub double %106, %1825
  %1827 = tail call double @llvm.ceil.f64(double %1826)
  %1828 = fptosi double %1827 to i64
  %1829 = tail call i64 @llvm.smax.i64(i64 %1828, i64 0)
  %1830 = icmp slt i64 %1829, %2105
  br i1 %1830, label %1831, label %1868
1831:
  %1832 = icmp slt i64 %1829, %128
  br i1 %1832, label %1833, label %1844
1833:
  %1834 = sub nsw i64 %128, %1829
  br label %1835
1835:
  %1836 = phi i64 [ 0, %1833 ], [ %1842, %1841 ]
  br i1 %2038, label %1837, label %1841
1837:
  %1838 = add i64 %1836, %1829
  %1839 = mul i64 %1838, %2138
  %1840 = getelementptr i8, ptr %126, i64 %1839
  tail call void @llvm.memset.p0.i64(ptr align 8 %1840, i8 0, i64 %2138, i1 false)
  br label %1841
1841:
  %1842 = add nuw i64 %1836, 1
  %1843 = icmp eq i64 %1842, %1834
  br i1 %1843, label %1844, label %1835
1844:
  %1845 = icmp slt i64 %1829, %134
  br i1 %1845, label %1846, label %1850
1846:
  %1847 = shl i64 %1829, 3
  %1848 = getelementptr i8, ptr %132, i64 %1847
  %1849 = sub i64 %2139, %1847
  tail call void @llvm.memset.p0.i64(ptr align 8 %1848, i8 0, i64 %1849, i1 false)
  br label %1850
1850:
  %1851 = icmp slt i64 %1829, %138
  br i1 %1851, label %1852, label %1856
1852:
  %1853 = shl i64 %1829, 3
  %1854 = getelementptr i8, ptr %136, i64 %1853
  %1855 = sub i64 %2140, %1853
  tail call void @llvm.memset.p0.i64(ptr align 8 %1854, i8 0, i64 %1855, i1 false)
  br label %1856
1856:
  %1857 = icmp slt i64 %1829, %14
  br i1 %1857, label %1858, label %1863
1858:
  %1859 = phi i64 [ %1861, %1858 ], [ %1829, %1856 ]
  %1860 = getelementptr float, ptr %461, i64 %1859
  store float 1.000000e+09, ptr %1860, align 4
  %1861 = add nuw nsw i64 %1859, 1
  %1862 = icmp eq i64 %1861, %14
  br i1 %1862, label %1863, label %1858
1863:
  %1864 = icmp slt i64 %1829, %174
  br i1 %1864, label %1865, label %2530
1865:
  %1866 = getelementptr i8, ptr %438, i64 %1829
  %1867 = sub nsw i64 %174, %1829
  tail call void @llvm.memset.p0.i64(ptr align 1 %1866, i8 0, i64 %1867, i1 false)
  br label %2530
1868:
  %1869 = phi i64 [ %1083, %2528 ], [ %1083, %2530 ], [ %1083, %1824 ], [ %2370, %2376 ]
  %1870 = sub i64 %6, %1869
  %1871 = tail call i64 @llvm.smax.i64(i64 %1870, i64 0)
  %1872 = icmp slt i64 %1870, 1
  br i1 %1872, label %1878, label %1873
1873:
  %1874 = mul i64 %252, %2041
  %1875 = getelementptr float, ptr %2, i64 %1874
  br label %2534
1876:
  %1877 = icmp ugt i64 %2535, 1
  br i1 %1877, label %2534, label %1878
1878:
  br i1 %184, label %1879, label %2016
1879:
  br i1 %253, label %1895, label %1880
1880:
  %1881 = getelementptr i64, ptr %180, i64 %252
  store i64 %1869, ptr %1881, align 8
  %1882 = icmp slt i64 %1869, 0
  %1883 = select i1 %1882, i64 %174, i64 0
  %1884 = add i64 %1883, %1869
  br i1 %2040, label %2575, label %2576
1885:
  %1886 = fcmp olt double %2594, 1.000000e-03
  %1887 = select i1 %2590, i64 %134, i64 0
  %1888 = getelementptr double, ptr %132, i64 %2587
  %1889 = getelementptr double, ptr %1888, i64 %1887
  %1890 = load double, ptr %1889, align 8
  %1891 = fcmp ogt double %1890, 0x3FEFF7CED916872B
  %1892 = select i1 %1886, i1 %1891, i1 false
  br i1 %1892, label %2009, label %1893
1893:
  %1894 = fcmp olt double %1890, 1.000000e-03
  br i1 %1894, label %2009, label %2014
1895:
  br i1 %2107, label %2596, label %1896
1896:
  %1897 = fmul double %42, %259
  %1898 = fmul double %46, %261
  %1899 = fadd double %1897, %1898
  %1900 = fdiv double %1899, %264
  %1901 = fcmp olt double %1900, 0.000000e+00
  br i1 %1901, label %2596, label %1902
1902:
  %1903 = fmul double %1900, %1900
  %1904 = fadd double %2108, %1903
  %1905 = fcmp olt double %1904, 0x3FEFD70A3D70A3D7
  br i1 %1905, label %2596, label %1906
1906:
  %1907 = fmul double %102, %264
  %1908 = tail call double @sqrt(double %2116)
  %1909 = fdiv double %1907, %1908
  %1910 = fmul double %2111, %1909
  %1911 = tail call double @sqrt(double %2118)
  %1912 = fdiv double %1907, %1911
  %1913 = fmul double %2114, %1912
  %1914 = fsub double %106, %1910
  %1915 = tail call double @llvm.floor.f64(double %1914)
  %1916 = fptosi double %1915 to i64
  %1917 = fsub double %106, %1913
  %1918 = fptosi double %1917 to i64
  %1919 = add nsw i64 %1918, 1
  %1920 = tail call i64 @llvm.smin.i64(i64 %2106, i64 %1919)
  %1921 = tail call i64 @llvm.smax.i64(i64 %1916, i64 0)
  br label %2596
1922:
  %1923 = phi i64 [ %2600, %2602 ], [ %1925, %1998 ]
  %1924 = phi i64 [ %2598, %2602 ], [ %1926, %1998 ]
  %1925 = add nsw i64 %1923, -1
  %1926 = add nuw i64 %1924, 1
  %1927 = icmp slt i64 %1924, 0
  %1928 = select i1 %1927, i64 %134, i64 0
  %1929 = getelementptr double, ptr %132, i64 %1924
  %1930 = getelementptr double, ptr %1929, i64 %1928
  %1931 = load double, ptr %1930, align 8
  %1932 = fsub double 1.000000e+00, %1931
  %1933 = sitofp i64 %1924 to double
  %1934 = fsub double %106, %1933
  %1935 = fadd double %1934, -5.000000e-01
  %1936 = fmul double %2032, %1935
  %1937 = fcmp ogt double %1932, 1.000000e-04
  %1938 = fcmp ogt double %1936, -1.000000e-02
  %1939 = select i1 %1937, i1 %1938, i1 false
  br i1 %1939, label %1940, label %1998
1940:
  %1941 = fmul double %2031, %1935
  %1942 = fsub double %120, %1941
  %1943 = fadd double %1942, -5.000000e-01
  %1944 = fcmp olt double %1943, 0.000000e+00
  %1945 = select i1 %1944, double 0.000000e+00, double %1943
  %1946 = fcmp olt double %2120, %1945
  %1947 = select i1 %1946, double %2120, double %1945
  %1948 = fptosi double %1947 to i64
  %1949 = tail call double @llvm.floor.f64(double %1947)
  %1950 = fsub double %1947, %1949
  %1951 = fmul double %2612, %1950
  %1952 = fptrunc double %1951 to float
  %1953 = fmul double %2613, %1950
  %1954 = fptrunc double %1953 to float
  %1955 = fsub double 1.000000e+00, %1950
  %1956 = fmul double %2612, %1955
  %1957 = fptrunc double %1956 to float
  %1958 = fmul double %2613, %1955
  %1959 = fptrunc double %1958 to float
  %1960 = add i64 %1948, 1
  %1961 = mul i64 %2123, %1948
  %1962 = getelementptr float, ptr %108, i64 %1961
  %1963 = getelementptr float, ptr %1962, i64 %2615
  %1964 = getelementptr i8, ptr %1963, i64 12
  %1965 = load float, ptr %1964, align 4
  %1966 = fmul float %1965, %1959
  %1967 = getelementptr float, ptr %1962, i64 %2616
  %1968 = getelementptr i8, ptr %1967, i64 12
  %1969 = load float, ptr %1968, align 4
  %1970 = fmul float %1969, %1957
  %1971 = fadd float %1966, %1970
  %1972 = mul i64 %1960, %2123
  %1973 = getelementptr float, ptr %108, i64 %1972
  %1974 = getelementptr float, ptr %1973, i64 %2615
  %1975 = getelementptr i8, ptr %1974, i64 12
  %1976 = load float, ptr %1975, align 4
  %1977 = fmul float %1976, %1954
  %1978 = fadd float %1971, %1977
  %1979 = getelementptr float, ptr %1973, i64 %2616
  %1980 = getelementptr i8, ptr %1979, i64 12
  %1981 = load float, ptr %1980, align 4
  %1982 = fmul float %1981, %1952
  %1983 = fadd float %1978, %1982
  %1984 = fmul double %1936, %1936
  %1985 = fadd double %464, %1984
  %1986 = tail call double @llvm.sqrt.f64(double %1985)
  %1987 = fdiv double 1.000000e+00, %1986
  %1988 = fmul double %259, %1987
  %1989 = fmul double %1936, %1987
  %1990 = fmul double %261, %1987
  %1991 = fmul double %42, %1988
  %1992 = fmul double %44, %1989
  %1993 = fadd double %1991, %1992
  %1994 = fmul double %46, %1990
  %1995 = fadd double %1994, %1993
  %1996 = fcmp ogt double %1995, 0x3FEFEF9DB22D0E56
  %1997 = select i1 %2124, i1 %1996, i1 false
  br i1 %1997, label %2619, label %2761
1998:
  %1999 = icmp sgt i64 %1923, 1
  br i1 %1999, label %1922, label %2016
2000:
  %2001 = phi i64 [ %2515, %897 ], [ %2515, %2508 ], [ %1057, %1073 ], [ %1057, %1070 ], [ %1057, %1056 ]
  %2002 = phi i64 [ %2514, %897 ], [ %2514, %2508 ], [ %1058, %1073 ], [ %1058, %1070 ], [ %1058, %1056 ]
  %2003 = phi i1 [ %2513, %897 ], [ %2513, %2508 ], [ %1059, %1073 ], [ %1059, %1070 ], [ %1059, %1056 ]
  %2004 = phi double [ %2512, %897 ], [ %2512, %2508 ], [ %1060, %1073 ], [ %1060, %1070 ], [ %1060, %1056 ]
  %2005 = phi double [ %2511, %897 ], [ %2511, %2508 ], [ %1061, %1073 ], [ %1061, %1070 ], [ %1061, %1056 ]
  %2006 = phi double [ %2510, %897 ], [ %2510, %2508 ], [ %1062, %1073 ], [ %1062, %1070 ], [ %1062, %1056 ]
  %2007 = phi double [ %2509, %897 ], [ %2509, %2508 ], [ %1063, %1073 ], [ %1063, %1070 ], [ %1063, %1056 ]
  %2008 = icmp ugt i64 %2516, 1
  br i1 %2008, label %2508, label %2018
2009:
  %2010 = phi i8 [ 3, %1885 ], [ 2, %2585 ], [ 1, %1893 ]
  %2011 = select i1 %2590, i64 %174, i64 0
  %2012 = getelementptr i8, ptr %438, i64 %2587
  %2013 = getelementptr i8, ptr %2012, i64 %2011
  store i8 %2010, ptr %2013, align 1
  br label %2014
2014:
  %2015 = icmp sgt i64 %2586, 1
  br i1 %2015, label %2585, label %1895
2016:
  %2017 = icmp eq i64 %2145, %4
  br i1 %2017, label %3069, label %2142
2018:
  %2019 = phi i64 [ %2468, %2457 ], [ %893, %880 ], [ %893, %2000 ]
  %2020 = phi i64 [ %2467, %2457 ], [ %2467, %880 ], [ %2001, %2000 ]
  %2021 = phi i64 [ %2466, %2457 ], [ %2466, %880 ], [ %2002, %2000 ]
  %2022 = phi i1 [ %2465, %2457 ], [ %2465, %880 ], [ %2003, %2000 ]
  %2023 = phi double [ %2464, %2457 ], [ %2464, %880 ], [ %2004, %2000 ]
  %2024 = phi double [ %2463, %2457 ], [ %2463, %880 ], [ %2005, %2000 ]
  %2025 = phi double [ %2462, %2457 ], [ %2462, %880 ], [ %2006, %2000 ]
  %2026 = phi double [ %2461, %2457 ], [ %2461, %880 ], [ %2007, %2000 ]
  %2027 = phi double [ %2458, %2457 ], [ %2501, %880 ], [ %2501, %2000 ]
  %2028 = icmp sgt i64 %2469, 1
  br i1 %2028, label %2457, label %1075
2029:
  %2030 = add i64 %162, -1
  %2031 = fdiv double %116, %102
  %2032 = fdiv double 1.000000e+00, %102
  %2033 = icmp sgt i64 %4, 699
  %2034 = add nsw i64 %4, 1
  %2035 = ashr i64 %2034, 1
  %2036 = icmp slt i64 %4, 1
  br i1 %2036, label %3069, label %2037
2037:
  %2038 = icmp sgt i64 %130, 0
  %2039 = icmp slt i64 %14, 1
  %2040 = icmp slt i64 %174, 1
  %2041 = mul i64 %8, %6
  %2042 = sitofp i64 %86 to double
  %2043 = fadd double %2042, -1.001000e+00
  %2044 = sitofp i64 %88 to double
  %2045 = fadd double %2044, -1.001000e+00
  %2046 = uitofp i64 %4 to double
  %2047 = mul i64 %90, %88
  %2048 = fcmp olt double %189, 0.000000e+00
  %2049 = select i1 %2048, double 0.000000e+00, double %189
  %2050 = select i1 %184, double %189, double %2049
  %2051 = fsub double %26, %186
  %2052 = add nsw i64 %6, -1
  %2053 = icmp sgt i64 %6, 0
  %2054 = select i1 %2053, i64 0, i64 %174
  %2055 = sitofp i64 %32 to double
  %2056 = fadd double %2055, -1.000000e+00
  %2057 = sitofp i64 %30 to double
  %2058 = fadd double %2057, -1.000000e+00
  %2059 = mul i64 %34, %32
  %2060 = mul i64 %40, %38
  %2061 = mul i64 %24, %22
  %2062 = fmul double %44, 8.000000e-01
  %2063 = fmul double %50, 5.000000e-01
  %2064 = fadd double %2062, %2063
  %2065 = fptrunc double %2064 to float
  %2066 = fptrunc double %48 to float
  %2067 = shl i64 %68, 4
  %2068 = getelementptr i8, ptr %66, i64 %2067
  %2069 = fptrunc double %52 to float
  %2070 = fptrunc double %58 to float
  %2071 = fptrunc double %54 to float
  %2072 = fptrunc double %60 to float
  %2073 = getelementptr i8, ptr %2068, i64 8
  %2074 = fptrunc double %56 to float
  %2075 = fptrunc double %62 to float
  %2076 = getelementptr i8, ptr %2068, i64 16
  %2077 = fcmp ogt double %80, 0.000000e+00
  %2078 = fcmp olt double %94, 0.000000e+00
  %2079 = select i1 %2078, double -0.000000e+00, double %185
  %2080 = fdiv double %2079, %82
  %2081 = fptrunc double %2080 to float
  %2082 = fmul float %2081, 0x3FF7154760000000
  %2083 = fcmp olt float %2082, -1.260000e+02
  %2084 = select i1 %2083, float -1.260000e+02, float %2082
  %2085 = fcmp ogt float %2084, 1.260000e+02
  %2086 = select i1 %2085, float 1.260000e+02, float %2084
  %2087 = fadd float %2086, 5.000000e-01
  %2088 = tail call float @llvm.floor.f32(float %2087)
  %2089 = fsub float %2086, %2088
  %2090 = fmul float %2089, 0x3F83C6E5C0000000
  %2091 = fadd float %2090, 0x3FAC96D5E0000000
  %2092 = fmul float %2089, %2091
  %2093 = fadd float %2092, 0x3FCEBFB3E0000000
  %2094 = fmul float %2089, %2093
  %2095 = fadd float %2094, 0x3FE62E2D20000000
  %2096 = fmul float %2089, %2095
  %2097 = fadd float %2096, 1.000000e+00
  %2098 = fptosi float %2088 to i32
  %2099 = shl i32 %2098, 23
  %2100 = add i32 %2099, 1065353216
  %2101 = bitcast i32 %2100 to float
  %2102 = fmul float %2097, %2101
  %2103 = fpext float %2102 to double
  %2104 = fmul double %94, %102
  %2105 = fptosi double %106 to i64
  %2106 = add nsw i64 %2105, 10
  %2107 = fcmp ogt double %72, 0.000000e+00
  %2108 = fmul double %44, %44
  %2109 = fadd double %44, 7.000000e-02
  %2110 = fcmp ogt double %2109, 0x3FEE666666666666
  %2111 = select i1 %2110, double 0x3FEE666666666666, double %2109
  %2112 = fadd double %44, -7.000000e-02
  %2113 = fcmp olt double %2112, 0xBFEE666666666666
  %2114 = select i1 %2113, double 0xBFEE666666666666, double %2112
  %2115 = fmul double %2111, %2111
  %2116 = fsub double 1.000000e+00, %2115
  %2117 = fmul double %2114, %2114
  %2118 = fsub double 1.000000e+00, %2117
  %2119 = sitofp i64 %110 to double
  %2120 = fadd double %2119, -1.001000e+00
  %2121 = sitofp i64 %112 to double
  %2122 = fadd double %2121, -1.001000e+00
  %2123 = mul i64 %114, %112
  %2124 = fcmp ogt double %74, 0.000000e+00
  %2125 = fmul double %76, 1.350000e-02
  %2126 = fadd double %2125, 1.200000e-02
  %2127 = fcmp olt double %78, 1.200000e-03
  %2128 = select i1 %2127, double 1.200000e-03, double %78
  %2129 = fcmp ogt double %76, 5.000000e-01
  %2130 = mul i64 %68, 56
  %2131 = getelementptr i8, ptr %66, i64 %2130
  %2132 = getelementptr i8, ptr %2131, i64 8
  %2133 = getelementptr i8, ptr %2131, i64 16
  %2134 = fmul double %78, 6.200000e-01
  %2135 = fcmp ogt double %2134, 6.000000e-04
  %2136 = select i1 %2135, double %2134, double 6.000000e-04
  %2137 = fdiv double 6.000000e-04, %2136
  %2138 = shl i64 %130, 3
  %2139 = shl i64 %134, 3
  %2140 = shl i64 %138, 3
  %2141 = add i64 %162, -2
  br label %2142
2142:
  %2143 = phi i64 [ 0, %2037 ], [ %1869, %2016 ]
  %2144 = phi i64 [ 0, %2037 ], [ %2145, %2016 ]
  %2145 = add nuw nsw i64 %2144, 1
  br i1 %2033, label %242, label %251
2146:
  br label %2147
2147:
  %2148 = phi i64 [ %128, %2146 ], [ 0, %251 ]
  %2149 = or i1 %270, %271
  %2150 = select i1 %2149, i64 %2148, i64 %269
  %2151 = icmp slt i64 %2150, %128
  br i1 %2151, label %2152, label %2163
2152:
  %2153 = sub i64 %128, %2150
  br label %2154
2154:
  %2155 = phi i64 [ 0, %2152 ], [ %2161, %2160 ]
  br i1 %2038, label %2156, label %2160
2156:
  %2157 = add i64 %2155, %2150
  %2158 = mul i64 %2157, %2138
  %2159 = getelementptr i8, ptr %126, i64 %2158
  tail call void @llvm.memset.p0.i64(ptr align 8 %2159, i8 0, i64 %2138, i1 false)
  br label %2160
2160:
  %2161 = add nuw i64 %2155, 1
  %2162 = icmp eq i64 %2161, %2153
  br i1 %2162, label %2163, label %2154
2163:
  %2164 = select i1 %267, i64 %134, i64 0
  %2165 = add i64 %2164, %2143
  %2166 = icmp slt i64 %2165, 0
  %2167 = icmp sge i64 %2165, %134
  br i1 %2167, label %2168, label %2169
2168:
  br label %2169
2169:
  %2170 = phi i64 [ %134, %2168 ], [ 0, %2163 ]
  %2171 = or i1 %2166, %2167
  %2172 = select i1 %2171, i64 %2170, i64 %2165
  %2173 = icmp slt i64 %2172, %134
  br i1 %2173, label %2174, label %2178
2174:
  %2175 = shl i64 %2172, 3
  %2176 = getelementptr i8, ptr %132, i64 %2175
  %2177 = sub i64 %2139, %2175
  tail call void @llvm.memset.p0.i64(ptr align 8 %2176, i8 0, i64 %2177, i1 false)
  br label %2178
2178:
  %2179 = select i1 %267, i64 %138, i64 0
  %2180 = add i64 %2179, %2143
  %2181 = icmp slt i64 %2180, 0
  %2182 = icmp sge i64 %2180, %138
  br i1 %2182, label %2183, label %2184
2183:
  br label %2184
2184:
  %2185 = phi i64 [ %138, %2183 ], [ 0, %2178 ]
  %2186 = or i1 %2181, %2182
  %2187 = select i1 %2186, i64 %2185, i64 %2180
  %2188 = icmp slt i64 %2187, %138
  br i1 %2188, label %2189, label %2193
2189:
  %2190 = shl i64 %2187, 3
  %2191 = getelementptr i8, ptr %136, i64 %2190
  %2192 = sub i64 %2140, %2190
  tail call void @llvm.memset.p0.i64(ptr align 8 %2191, i8 0, i64 %2192, i1 false)
  br label %2193
2193:
  %2194 = select i1 %267, i64 %14, i64 0
  %2195 = add i64 %2194, %2143
  %2196 = icmp slt i64 %2195, 0
  %2197 = icmp sge i64 %2195, %14
  %2198 = mul i64 %252, %14
  br i1 %2197, label %2199, label %2200
2199:
  br label %2200
2200:
  %2201 = phi i64 [ %14, %2199 ], [ 0, %2193 ]
  %2202 = or i1 %2196, %2197
  %2203 = select i1 %2202, i64 %2201, i64 %2195
  %2204 = icmp slt i64 %2203, %14
  br i1 %2204, label %2205, label %2207
2205:
  %2206 = getelementptr float, ptr %10, i64 %2198
  br label %2213
2207:
  %2208 = select i1 %267, i64 %174, i64 0
  %2209 = add i64 %2208, %2143
  %2210 = icmp slt i64 %2209, 0
  %2211 = icmp sge i64 %2209, %174
  %2212 = mul i64 %252, %174
  br i1 %2211, label %2218, label %2219
2213:
  %2214 = phi i64 [ %2203, %2205 ], [ %2216, %2213 ]
  %2215 = getelementptr float, ptr %2206, i64 %2214
  store float 1.000000e+09, ptr %2215, align 4
  %2216 = add nsw i64 %2214, 1
  %2217 = icmp eq i64 %2216, %14
  br i1 %2217, label %2207, label %2213
2218:
  br label %2219
2219:
  %2220 = phi i64 [ %174, %2218 ], [ 0, %2207 ]
  %2221 = or i1 %2210, %2211
  %2222 = select i1 %2221, i64 %2220, i64 %2209
  %2223 = icmp slt i64 %2222, %174
  br i1 %2223, label %2224, label %2228
2224:
  %2225 = getelementptr i8, ptr %170, i64 %2222
  %2226 = getelementptr i8, ptr %2225, i64 %2212
  %2227 = sub i64 %174, %2222
  tail call void @llvm.memset.p0.i64(ptr align 1 %2226, i8 0, i64 %2227, i1 false)
  br label %2228
2228:
  br i1 %2039, label %2234, label %2235
2229:
  %2230 = phi i64 [ %14, %2241 ], [ %2239, %2238 ]
  %2231 = icmp slt i64 %2236, %2230
  br i1 %2231, label %2232, label %2247
2232:
  %2233 = getelementptr float, ptr %10, i64 %2198
  br label %2242
2234:
  br label %2235
2235:
  %2236 = phi i64 [ %14, %2234 ], [ 0, %2228 ]
  br i1 %2196, label %2237, label %2238
2237:
  br label %2238
2238:
  %2239 = phi i64 [ 0, %2237 ], [ %2195, %2235 ]
  %2240 = icmp slt i64 %2195, %14
  br i1 %2240, label %2229, label %2241
2241:
  br label %2229
2242:
  %2243 = phi i64 [ %2236, %2232 ], [ %2245, %2242 ]
  %2244 = getelementptr float, ptr %2233, i64 %2243
  store float 1.000000e+09, ptr %2244, align 4
  %2245 = add nsw i64 %2243, 1
  %2246 = icmp eq i64 %2245, %2230
  br i1 %2246, label %2247, label %2242
2247:
  br i1 %2040, label %2255, label %2256
2248:
  %2249 = phi i64 [ %174, %2262 ], [ %2260, %2259 ]
  %2250 = icmp slt i64 %2257, %2249
  br i1 %2250, label %2251, label %2263
2251:
  %2252 = getelementptr i8, ptr %170, i64 %2257
  %2253 = getelementptr i8, ptr %2252, i64 %2212
  %2254 = sub i64 %2249, %2257
  tail call void @llvm.memset.p0.i64(ptr align 1 %2253, i8 0, i64 %2254, i1 false)
  br label %2263
2255:
  br label %2256
2256:
  %2257 = phi i64 [ %174, %2255 ], [ 0, %2247 ]
  br i1 %2210, label %2258, label %2259
2258:
  br label %2259
2259:
  %2260 = phi i64 [ 0, %2258 ], [ %2209, %2256 ]
  %2261 = icmp slt i64 %2209, %174
  br i1 %2261, label %2248, label %2262
2262:
  br label %2248
2263:
  %2264 = select i1 %253, i1 %184, i1 false
  %2265 = select i1 %2264, i64 8, i64 16
  br i1 %2264, label %272, label %398
2266:
  %2267 = phi i64 [ 0, %398 ], [ %2268, %2266 ]
  %2268 = add nuw nsw i64 %2267, 1
  %2269 = uitofp i64 %2267 to double
  %2270 = fmul double %2269, 2.000000e+00
  %2271 = fdiv double %2270, 2.300000e+01
  %2272 = fsub double 1.000000e+00, %2271
  %2273 = fmul double %2272, 9.000000e-01
  %2274 = fdiv double %2273, 9.000000e-01
  %2275 = fsub double 1.000000e+00, %2274
  %2276 = fmul double %2275, 5.000000e-01
  %2277 = fcmp olt double %2276, 0.000000e+00
  %2278 = select i1 %2277, double 0.000000e+00, double %2276
  %2279 = fcmp ogt double %2278, 1.000000e+00
  %2280 = select i1 %2279, double 1.000000e+00, double %2278
  %2281 = fmul double %2280, 2.299900e+01
  %2282 = fcmp olt double %2281, 0.000000e+00
  %2283 = select i1 %2282, double 0.000000e+00, double %2281
  %2284 = fcmp olt double %2043, %2283
  %2285 = select i1 %2284, double %2043, double %2283
  %2286 = fptosi double %2285 to i64
  %2287 = sitofp i64 %2286 to double
  %2288 = fsub double %2285, %2287
  %2289 = fsub double 1.000000e+00, %2288
  %2290 = fmul double %413, %2289
  %2291 = icmp slt i64 %2286, 0
  %2292 = select i1 %2291, i64 %86, i64 0
  %2293 = add i64 %2292, %2286
  %2294 = mul i64 %2293, %2047
  %2295 = getelementptr float, ptr %84, i64 %2294
  %2296 = getelementptr float, ptr %2295, i64 %418
  %2297 = load float, ptr %2296, align 4
  %2298 = fpext float %2297 to double
  %2299 = fmul double %2290, %2298
  %2300 = fmul double %412, %2289
  %2301 = getelementptr float, ptr %2295, i64 %424
  %2302 = load float, ptr %2301, align 4
  %2303 = fpext float %2302 to double
  %2304 = fmul double %2300, %2303
  %2305 = fadd double %2299, %2304
  %2306 = fmul double %413, %2288
  %2307 = add nsw i64 %2286, 1
  %2308 = icmp slt i64 %2286, -1
  %2309 = select i1 %2308, i64 %86, i64 0
  %2310 = add i64 %2307, %2309
  %2311 = mul i64 %2310, %2047
  %2312 = getelementptr float, ptr %84, i64 %2311
  %2313 = getelementptr float, ptr %2312, i64 %418
  %2314 = load float, ptr %2313, align 4
  %2315 = fpext float %2314 to double
  %2316 = fmul double %2306, %2315
  %2317 = fmul double %412, %2288
  %2318 = getelementptr float, ptr %2312, i64 %424
  %2319 = load float, ptr %2318, align 4
  %2320 = fpext float %2319 to double
  %2321 = fmul double %2317, %2320
  %2322 = fadd double %2316, %2321
  %2323 = fadd double %2322, %2305
  %2324 = getelementptr float, ptr %2295, i64 %425
  %2325 = load float, ptr %2324, align 4
  %2326 = fpext float %2325 to double
  %2327 = fmul double %2290, %2326
  %2328 = getelementptr float, ptr %2295, i64 %426
  %2329 = load float, ptr %2328, align 4
  %2330 = fpext float %2329 to double
  %2331 = fmul double %2300, %2330
  %2332 = fadd double %2327, %2331
  %2333 = getelementptr float, ptr %2312, i64 %425
  %2334 = load float, ptr %2333, align 4
  %2335 = fpext float %2334 to double
  %2336 = fmul double %2306, %2335
  %2337 = getelementptr float, ptr %2312, i64 %426
  %2338 = load float, ptr %2337, align 4
  %2339 = fpext float %2338 to double
  %2340 = fmul double %2317, %2339
  %2341 = fadd double %2336, %2340
  %2342 = fadd double %2341, %2332
  %2343 = getelementptr float, ptr %2295, i64 %417
  %2344 = load float, ptr %2343, align 4
  %2345 = fpext float %2344 to double
  %2346 = fmul double %2290, %2345
  %2347 = getelementptr float, ptr %2295, i64 %423
  %2348 = load float, ptr %2347, align 4
  %2349 = fpext float %2348 to double
  %2350 = fmul double %2300, %2349
  %2351 = fadd double %2346, %2350
  %2352 = getelementptr float, ptr %2312, i64 %417
  %2353 = load float, ptr %2352, align 4
  %2354 = fpext float %2353 to double
  %2355 = fmul double %2306, %2354
  %2356 = getelementptr float, ptr %2312, i64 %423
  %2357 = load float, ptr %2356, align 4
  %2358 = fpext float %2357 to double
  %2359 = fmul double %2317, %2358
  %2360 = fadd double %2355, %2359
  %2361 = fadd double %2360, %2351
  %2362 = mul i64 %2267, %144
  %2363 = getelementptr double, ptr %140, i64 %2362
  store double %2361, ptr %2363, align 8
  %2364 = getelementptr i8, ptr %2363, i64 8
  store double %2342, ptr %2364, align 8
  %2365 = getelementptr i8, ptr %2363, i64 16
  store double %2323, ptr %2365, align 8
  %2366 = icmp eq i64 %2268, 24
  br i1 %2366, label %427, label %2266
2367:
  %2368 = phi double [ %106, %427 ], [ %2532, %2530 ]
  %2369 = phi double [ 6.000000e+00, %427 ], [ %1085, %2530 ]
  %2370 = phi i64 [ %399, %427 ], [ %1083, %2530 ]
  %2371 = phi i64 [ 3, %427 ], [ %2373, %2530 ]
  %2372 = fdiv double %2368, %102
  %2373 = add nsw i64 %2371, -1
  %2374 = load double, ptr %160, align 8
  %2375 = fcmp olt double %2374, %2369
  br i1 %2375, label %465, label %471
2376:
  %2377 = icmp slt i64 %473, %2030
  %2378 = fcmp olt double %2050, %2372
  %2379 = select i1 %2377, i1 %2378, i1 false
  %2380 = fmul double %2050, %472
  %2381 = fcmp ogt double %2051, %2380
  %2382 = select i1 %2379, i1 %2381, i1 false
  br i1 %2382, label %543, label %1868
2383:
  %2384 = phi i64 [ %729, %731 ], [ %2030, %791 ], [ %734, %764 ], [ %734, %766 ], [ %803, %802 ]
  %2385 = add nsw i64 %2384, -1
  %2386 = add nsw i64 %2385, %2265
  %2387 = tail call i64 @llvm.smin.i64(i64 %162, i64 %2386)
  %2388 = sub i64 %2387, %2385
  %2389 = icmp slt i64 %2388, 1
  br i1 %2389, label %805, label %2390
2390:
  %2391 = phi i64 [ %2394, %2390 ], [ %2385, %2383 ]
  %2392 = phi i64 [ %2393, %2390 ], [ %2388, %2383 ]
  %2393 = add nsw i64 %2392, -1
  %2394 = add i64 %2391, 1
  %2395 = icmp slt i64 %2391, 0
  %2396 = select i1 %2395, i64 %162, i64 0
  %2397 = getelementptr double, ptr %160, i64 %2391
  %2398 = getelementptr double, ptr %2397, i64 %2396
  %2399 = load double, ptr %2398, align 8
  %2400 = fmul double %259, %2399
  %2401 = fadd double %92, %2400
  %2402 = fmul double %261, %2399
  %2403 = fadd double %96, %2402
  %2404 = fadd double %2401, 6.000000e+03
  %2405 = fmul double %2404, 0x3FC5D867C3ECE2A5
  %2406 = fadd double %2405, -5.000000e-01
  %2407 = fcmp olt double %2406, 0.000000e+00
  %2408 = select i1 %2407, double 0.000000e+00, double %2406
  %2409 = fcmp ogt double %2408, 0x409FFBFEF9DB22D1
  %2410 = select i1 %2409, double 0x409FFBFEF9DB22D1, double %2408
  %2411 = fadd double %2403, 1.600000e+03
  %2412 = fmul double %2411, 0x3FC5D867C3ECE2A5
  %2413 = fadd double %2412, -5.000000e-01
  %2414 = fcmp olt double %2413, 0.000000e+00
  %2415 = select i1 %2414, double 0.000000e+00, double %2413
  %2416 = fcmp ogt double %2415, 0x409FFBFEF9DB22D1
  %2417 = select i1 %2416, double 0x409FFBFEF9DB22D1, double %2415
  %2418 = fptosi double %2410 to i32
  %2419 = fptosi double %2417 to i32
  %2420 = sext i32 %2418 to i64
  %2421 = sext i32 %2419 to i64
  %2422 = add nsw i64 %2420, 1
  %2423 = add nsw i64 %2421, 1
  %2424 = sitofp i32 %2418 to double
  %2425 = fsub double %2410, %2424
  %2426 = sitofp i32 %2419 to double
  %2427 = fsub double %2417, %2426
  %2428 = mul i64 %18, %2421
  %2429 = getelementptr float, ptr %16, i64 %2428
  %2430 = getelementptr float, ptr %2429, i64 %2420
  %2431 = load float, ptr %2430, align 4
  %2432 = getelementptr float, ptr %2429, i64 %2422
  %2433 = load float, ptr %2432, align 4
  %2434 = fsub float %2433, %2431
  %2435 = fpext float %2434 to double
  %2436 = fmul double %2425, %2435
  %2437 = fpext float %2431 to double
  %2438 = fadd double %2436, %2437
  %2439 = mul i64 %2423, %18
  %2440 = getelementptr float, ptr %16, i64 %2439
  %2441 = getelementptr float, ptr %2440, i64 %2420
  %2442 = load float, ptr %2441, align 4
  %2443 = getelementptr float, ptr %2440, i64 %2422
  %2444 = load float, ptr %2443, align 4
  %2445 = fsub float %2444, %2442
  %2446 = fpext float %2445 to double
  %2447 = fmul double %2425, %2446
  %2448 = fpext float %2442 to double
  %2449 = fadd double %2447, %2448
  %2450 = fsub double %2449, %2438
  %2451 = fmul double %2427, %2450
  %2452 = fadd double %2438, %2451
  %2453 = select i1 %2395, i64 %148, i64 0
  %2454 = getelementptr double, ptr %146, i64 %2391
  %2455 = getelementptr double, ptr %2454, i64 %2453
  store double %2452, ptr %2455, align 8
  %2456 = icmp ugt i64 %2392, 1
  br i1 %2456, label %2390, label %805
2457:
  %2458 = phi double [ %722, %855 ], [ %2027, %2018 ]
  %2459 = phi i1 [ %559, %855 ], [ %2493, %2018 ]
  %2460 = phi double [ %558, %855 ], [ %2499, %2018 ]
  %2461 = phi double [ %555, %855 ], [ %2026, %2018 ]
  %2462 = phi double [ %554, %855 ], [ %2025, %2018 ]
  %2463 = phi double [ %553, %855 ], [ %2024, %2018 ]
  %2464 = phi double [ %552, %855 ], [ %2023, %2018 ]
  %2465 = phi i1 [ %551, %855 ], [ %2022, %2018 ]
  %2466 = phi i64 [ %550, %855 ], [ %2021, %2018 ]
  %2467 = phi i64 [ %549, %855 ], [ %2020, %2018 ]
  %2468 = phi i64 [ %547, %855 ], [ %2019, %2018 ]
  %2469 = phi i64 [ %874, %855 ], [ %2471, %2018 ]
  %2470 = phi i64 [ 0, %855 ], [ %2472, %2018 ]
  %2471 = add nsw i64 %2469, -1
  %2472 = add nuw nsw i64 %2470, 1
  %2473 = icmp eq i64 %2470, 0
  %2474 = select i1 %2473, double 0.000000e+00, double %877
  %2475 = and i1 %873, %2473
  %2476 = select i1 %2475, double %877, double 1.000000e+00
  %2477 = fmul double %870, %2474
  %2478 = fadd double %858, %2477
  %2479 = fmul double %870, %2476
  %2480 = fadd double %858, %2479
  %2481 = fmul double %878, %2474
  %2482 = fadd double %859, %2481
  %2483 = fcmp olt double %2482, 0.000000e+00
  %2484 = select i1 %2483, double 0.000000e+00, double %2482
  %2485 = fmul double %878, %2476
  %2486 = fadd double %859, %2485
  %2487 = fcmp olt double %2486, 0.000000e+00
  %2488 = select i1 %2487, double 0.000000e+00, double %2486
  %2489 = fadd double %2474, %2476
  %2490 = fmul double %2489, 5.000000e-01
  %2491 = fmul double %878, %2490
  %2492 = fadd double %859, %2491
  %2493 = fcmp uge double %2492, 0.000000e+00
  %2494 = select i1 %184, i1 true, i1 %2493
  %2495 = xor i1 %2494, true
  %2496 = select i1 %2495, i1 %2459, i1 false
  %2497 = fcmp olt double %2460, 0.000000e+00
  %2498 = select i1 %2496, i1 %2497, i1 false
  %2499 = select i1 %2498, double %2478, double %2460
  %2500 = fsub double %2488, %186
  %2501 = fdiv double %2500, %2480
  %2502 = fcmp ugt double %2501, %2458
  %2503 = select i1 %2502, i1 %2494, i1 false
  br i1 %2503, label %880, label %2018
2504:
  %2505 = sub nsw i64 0, %895
  %2506 = fsub double %2488, %2484
  %2507 = fsub double %2480, %2478
  br label %2508
2508:
  %2509 = phi double [ %2461, %2504 ], [ %2007, %2000 ]
  %2510 = phi double [ %2462, %2504 ], [ %2006, %2000 ]
  %2511 = phi double [ %2463, %2504 ], [ %2005, %2000 ]
  %2512 = phi double [ %2464, %2504 ], [ %2004, %2000 ]
  %2513 = phi i1 [ %2465, %2504 ], [ %2003, %2000 ]
  %2514 = phi i64 [ %2466, %2504 ], [ %2002, %2000 ]
  %2515 = phi i64 [ %2467, %2504 ], [ %2001, %2000 ]
  %2516 = phi i64 [ %2505, %2504 ], [ %2518, %2000 ]
  %2517 = phi i64 [ %889, %2504 ], [ %2519, %2000 ]
  %2518 = add nsw i64 %2516, -1
  %2519 = add i64 %2517, -1
  %2520 = sitofp i64 %2517 to double
  %2521 = fadd double %2520, 1.000000e+00
  %2522 = fcmp olt double %2521, %882
  %2523 = select i1 %2522, double %2521, double %882
  %2524 = fcmp olt double %886, %2520
  %2525 = select i1 %2524, double %2520, double %886
  %2526 = fsub double %2523, %2525
  %2527 = fcmp ugt double %2526, 0x3EB0C6F7A0B5ED8D
  br i1 %2527, label %897, label %2000
2528:
  %2529 = fcmp olt double %1085, 0.000000e+00
  br i1 %2529, label %1868, label %1824
2530:
  %2531 = uitofp i64 %1829 to double
  %2532 = fsub double %106, %2531
  %2533 = icmp ugt i64 %2371, 1
  br i1 %2533, label %2367, label %1868
2534:
  %2535 = phi i64 [ %1871, %1873 ], [ %2537, %1876 ]
  %2536 = phi i64 [ %1869, %1873 ], [ %2538, %1876 ]
  %2537 = add nsw i64 %2535, -1
  %2538 = add i64 %2536, 1
  %2539 = icmp slt i64 %2536, 0
  %2540 = select i1 %2539, i64 %138, i64 0
  %2541 = getelementptr double, ptr %136, i64 %2536
  %2542 = getelementptr double, ptr %2541, i64 %2540
  %2543 = load double, ptr %2542, align 8
  %2544 = fcmp ogt double %2543, 0.000000e+00
  br i1 %2544, label %2545, label %1876
2545:
  %2546 = select i1 %2539, i64 %128, i64 0
  %2547 = add i64 %2546, %2536
  %2548 = mul i64 %2547, %130
  %2549 = getelementptr double, ptr %126, i64 %2548
  %2550 = select i1 %2539, i64 %6, i64 0
  %2551 = add i64 %2550, %2536
  %2552 = mul i64 %2551, %8
  %2553 = getelementptr float, ptr %1875, i64 %2552
  br label %2554
2554:
  %2555 = phi i64 [ 0, %2545 ], [ %2556, %2554 ]
  %2556 = add nuw nsw i64 %2555, 1
  %2557 = getelementptr double, ptr %2549, i64 %2555
  %2558 = load double, ptr %2557, align 8
  %2559 = load double, ptr %2542, align 8
  %2560 = fsub double 1.000000e+00, %2559
  %2561 = getelementptr float, ptr %2553, i64 %2555
  %2562 = load float, ptr %2561, align 4
  %2563 = fpext float %2562 to double
  %2564 = fmul double %2560, %2563
  %2565 = fadd double %2558, %2564
  %2566 = fptrunc double %2565 to float
  store float %2566, ptr %2561, align 4
  %2567 = icmp eq i64 %2556, 3
  br i1 %2567, label %1876, label %2554
2568:
  %2569 = phi i64 [ %174, %2583 ], [ %2581, %2580 ]
  %2570 = icmp slt i64 %2577, %2569
  br i1 %2570, label %2571, label %2584
2571:
  %2572 = getelementptr i8, ptr %170, i64 %2577
  %2573 = getelementptr i8, ptr %2572, i64 %2212
  %2574 = sub i64 %2569, %2577
  tail call void @llvm.memset.p0.i64(ptr align 1 %2573, i8 1, i64 %2574, i1 false)
  br label %2584
2575:
  br label %2576
2576:
  %2577 = phi i64 [ %174, %2575 ], [ 0, %1880 ]
  %2578 = icmp slt i64 %1884, 0
  br i1 %2578, label %2579, label %2580
2579:
  br label %2580
2580:
  %2581 = phi i64 [ 0, %2579 ], [ %1884, %2576 ]
  %2582 = icmp slt i64 %1884, %174
  br i1 %2582, label %2568, label %2583
2583:
  br label %2568
2584:
  br i1 %1872, label %1895, label %2585
2585:
  %2586 = phi i64 [ %2588, %2014 ], [ %1871, %2584 ]
  %2587 = phi i64 [ %2589, %2014 ], [ %1869, %2584 ]
  %2588 = add nsw i64 %2586, -1
  %2589 = add i64 %2587, 1
  %2590 = icmp slt i64 %2587, 0
  %2591 = select i1 %2590, i64 %138, i64 0
  %2592 = getelementptr double, ptr %136, i64 %2587
  %2593 = getelementptr double, ptr %2592, i64 %2591
  %2594 = load double, ptr %2593, align 8
  %2595 = fcmp ogt double %2594, 0x3FEFF7CED916872B
  br i1 %2595, label %2009, label %1885
2596:
  %2597 = phi i64 [ %1920, %1906 ], [ %2106, %1895 ], [ 0, %1896 ], [ 0, %1902 ]
  %2598 = phi i64 [ %1921, %1906 ], [ 0, %1895 ], [ 0, %1896 ], [ 0, %1902 ]
  %2599 = tail call i64 @llvm.smin.i64(i64 %6, i64 %2597)
  %2600 = sub i64 %2599, %2598
  %2601 = icmp slt i64 %2600, 1
  br i1 %2601, label %2016, label %2602
2602:
  %2603 = fmul double %2031, %256
  %2604 = fadd double %118, %2603
  %2605 = fadd double %2604, -5.000000e-01
  %2606 = fcmp olt double %2605, 0.000000e+00
  %2607 = select i1 %2606, double 0.000000e+00, double %2605
  %2608 = fcmp olt double %2122, %2607
  %2609 = select i1 %2608, double %2122, double %2607
  %2610 = fptosi double %2609 to i64
  %2611 = tail call double @llvm.floor.f64(double %2609)
  %2612 = fsub double %2609, %2611
  %2613 = fsub double 1.000000e+00, %2612
  %2614 = add i64 %2610, 1
  %2615 = mul i64 %114, %2610
  %2616 = mul i64 %2614, %114
  %2617 = mul i64 %252, %2041
  %2618 = getelementptr float, ptr %2, i64 %2617
  br label %1922
2619:
  %2620 = fsub double 1.000000e+00, %1995
  %2621 = fmul double %2620, 2.000000e+00
  %2622 = fcmp olt double %2621, 0.000000e+00
  %2623 = select i1 %2622, double 0.000000e+00, double %2621
  %2624 = tail call double @llvm.sqrt.f64(double %2623)
  %2625 = fsub double %2126, %2624
  %2626 = fdiv double %2625, %2128
  %2627 = fadd double %2626, 5.000000e-01
  %2628 = fcmp olt double %2627, 0.000000e+00
  %2629 = select i1 %2628, double 0.000000e+00, double %2627
  %2630 = fcmp ogt double %2629, 1.000000e+00
  %2631 = select i1 %2630, double 1.000000e+00, double %2629
  %2632 = fcmp ugt double %2631, 0.000000e+00
  br i1 %2632, label %2633, label %2749
2633:
  br i1 %2129, label %2634, label %2743
2634:
  %2635 = fmul double %46, %1988
  %2636 = fmul double %42, %1990
  %2637 = fsub double %2635, %2636
  %2638 = fmul double %2637, 5.500000e+00
  %2639 = fsub double %1989, %44
  %2640 = fmul double %2639, 5.500000e+00
  %2641 = fadd double %2638, 3.700000e-01
  %2642 = fadd double %2640, 1.100000e-01
  %2643 = fmul double %2641, 1.280000e+02
  %2644 = fadd double %2643, -5.000000e-01
  %2645 = fmul double %2642, 1.280000e+02
  %2646 = fadd double %2645, -5.000000e-01
  %2647 = tail call double @llvm.floor.f64(double %2644)
  %2648 = tail call double @llvm.floor.f64(double %2646)
  %2649 = fsub double %2644, %2647
  %2650 = fsub double %2646, %2648
  %2651 = fptosi double %2647 to i64
  %2652 = and i64 %2651, 127
  %2653 = fptosi double %2648 to i64
  %2654 = add i64 %2651, 1
  %2655 = and i64 %2654, 127
  %2656 = shl i64 %2653, 7
  %2657 = and i64 %2656, 16256
  %2658 = getelementptr float, ptr %70, i64 %2657
  %2659 = getelementptr i8, ptr %2658, i64 1310720
  %2660 = getelementptr float, ptr %2659, i64 %2652
  %2661 = load float, ptr %2660, align 4
  %2662 = fsub double 1.000000e+00, %2649
  %2663 = fpext float %2661 to double
  %2664 = fmul double %2662, %2663
  %2665 = getelementptr float, ptr %2659, i64 %2655
  %2666 = load float, ptr %2665, align 4
  %2667 = fpext float %2666 to double
  %2668 = fmul double %2649, %2667
  %2669 = fadd double %2664, %2668
  %2670 = add i64 %2656, 128
  %2671 = and i64 %2670, 16256
  %2672 = getelementptr float, ptr %70, i64 %2671
  %2673 = getelementptr i8, ptr %2672, i64 1310720
  %2674 = getelementptr float, ptr %2673, i64 %2652
  %2675 = load float, ptr %2674, align 4
  %2676 = fpext float %2675 to double
  %2677 = fmul double %2662, %2676
  %2678 = getelementptr float, ptr %2673, i64 %2655
  %2679 = load float, ptr %2678, align 4
  %2680 = fpext float %2679 to double
  %2681 = fmul double %2649, %2680
  %2682 = fadd double %2677, %2681
  %2683 = fsub double 1.000000e+00, %2650
  %2684 = fmul double %2683, %2669
  %2685 = fmul double %2650, %2682
  %2686 = fadd double %2684, %2685
  %2687 = fmul double %2641, 6.400000e+01
  %2688 = fadd double %2687, -5.000000e-01
  %2689 = fmul double %2642, 6.400000e+01
  %2690 = fadd double %2689, -5.000000e-01
  %2691 = tail call double @llvm.floor.f64(double %2688)
  %2692 = tail call double @llvm.floor.f64(double %2690)
  %2693 = fsub double %2688, %2691
  %2694 = fsub double %2690, %2692
  %2695 = fptosi double %2691 to i64
  %2696 = and i64 %2695, 63
  %2697 = fptosi double %2692 to i64
  %2698 = add i64 %2695, 1
  %2699 = and i64 %2698, 63
  %2700 = shl i64 %2697, 6
  %2701 = and i64 %2700, 4032
  %2702 = getelementptr float, ptr %70, i64 %2701
  %2703 = getelementptr i8, ptr %2702, i64 1376256
  %2704 = getelementptr float, ptr %2703, i64 %2696
  %2705 = load float, ptr %2704, align 4
  %2706 = fsub double 1.000000e+00, %2693
  %2707 = fpext float %2705 to double
  %2708 = fmul double %2706, %2707
  %2709 = getelementptr float, ptr %2703, i64 %2699
  %2710 = load float, ptr %2709, align 4
  %2711 = fpext float %2710 to double
  %2712 = fmul double %2693, %2711
  %2713 = fadd double %2708, %2712
  %2714 = add i64 %2700, 64
  %2715 = and i64 %2714, 4032
  %2716 = getelementptr float, ptr %70, i64 %2715
  %2717 = getelementptr i8, ptr %2716, i64 1376256
  %2718 = getelementptr float, ptr %2717, i64 %2696
  %2719 = load float, ptr %2718, align 4
  %2720 = fpext float %2719 to double
  %2721 = fmul double %2706, %2720
  %2722 = getelementptr float, ptr %2717, i64 %2699
  %2723 = load float, ptr %2722, align 4
  %2724 = fpext float %2723 to double
  %2725 = fmul double %2693, %2724
  %2726 = fadd double %2721, %2725
  %2727 = fsub double 1.000000e+00, %2694
  %2728 = fmul double %2727, %2713
  %2729 = fmul double %2694, %2726
  %2730 = fadd double %2728, %2729
  %2731 = fsub double %2730, %2686
  %2732 = fmul double %2731, 0.000000e+00
  %2733 = fadd double %2686, %2732
  %2734 = fadd double %2733, -2.500000e-01
  %2735 = fmul double %2734, 2.200000e+00
  %2736 = fcmp olt double %2735, 0.000000e+00
  %2737 = select i1 %2736, double 0.000000e+00, double %2735
  %2738 = fcmp ogt double %2737, 1.000000e+00
  %2739 = select i1 %2738, double 1.000000e+00, double %2737
  %2740 = fmul double %2739, 5.000000e-01
  %2741 = fadd double %2740, 6.200000e-01
  %2742 = fmul double %2631, %2741
  br label %2749
2743:
  %2744 = fdiv double %2624, %2126
  %2745 = fmul double %2744, 4.500000e-01
  %2746 = fmul double %2744, %2745
  %2747 = fsub double 1.000000e+00, %2746
  %2748 = fmul double %2747, %2631
  br label %2749
2749:
  %2750 = phi double [ %2748, %2743 ], [ %2742, %2634 ], [ 0.000000e+00, %2619 ]
  %2751 = fmul double %74, %2750
  %2752 = load double, ptr %2131, align 8
  %2753 = fmul double %2751, %2752
  %2754 = fadd double %2753, 0.000000e+00
  %2755 = load double, ptr %2132, align 8
  %2756 = fmul double %2751, %2755
  %2757 = fadd double %2756, 0.000000e+00
  %2758 = load double, ptr %2133, align 8
  %2759 = fmul double %2751, %2758
  %2760 = fadd double %2759, 0.000000e+00
  br label %2761
2761:
  %2762 = phi double [ %2760, %2749 ], [ 0.000000e+00, %1940 ]
  %2763 = phi double [ %2757, %2749 ], [ 0.000000e+00, %1940 ]
  %2764 = phi double [ %2754, %2749 ], [ 0.000000e+00, %1940 ]
  %2765 = fcmp ogt double %1989, 0.000000e+00
  %2766 = select i1 %2107, i1 %2765, i1 false
  br i1 %2766, label %2767, label %3045
2767:
  %2768 = fadd double %1989, 1.000000e+00
  %2769 = fdiv double %1988, %2768
  %2770 = fdiv double %1990, %2768
  br label %2887
2771:
  %2772 = phi double [ %2778, %2771 ], [ 1.000000e+00, %2887 ]
  %2773 = phi double [ %2780, %2771 ], [ %2137, %2887 ]
  %2774 = phi i64 [ %2779, %2771 ], [ 2, %2887 ]
  %2775 = and i64 %2774, 1
  %2776 = icmp eq i64 %2775, 0
  %2777 = fmul double %2772, %2773
  %2778 = select i1 %2776, double %2772, double %2777
  %2779 = lshr i64 %2774, 1
  %2780 = fmul double %2773, %2773
  %2781 = icmp eq i64 %2779, 0
  br i1 %2781, label %2782, label %2771
2782:
  %2783 = fadd double %2897, 2.000000e-01
  %2784 = add i64 %2904, 1603997607
  %2785 = lshr i64 %2784, 15
  %2786 = and i64 %2785, 131071
  %2787 = xor i64 %2786, %2784
  %2788 = mul i64 %2787, 2246822519
  %2789 = lshr i64 %2788, 13
  %2790 = and i64 %2789, 524287
  %2791 = xor i64 %2790, %2788
  %2792 = mul i64 %2791, 3266489917
  %2793 = and i64 %2792, 4294967295
  %2794 = lshr i64 %2793, 16
  %2795 = xor i64 %2794, %2793
  %2796 = uitofp i64 %2795 to double
  %2797 = fmul double %2796, 0x3DF0000000000000
  %2798 = fmul double %2797, 6.000000e-01
  %2799 = fadd double %2783, %2798
  %2800 = fsub double %2799, %2896
  %2801 = fadd double %2895, 2.000000e-01
  %2802 = add i64 %2904, 610608897
  %2803 = lshr i64 %2802, 15
  %2804 = and i64 %2803, 131071
  %2805 = xor i64 %2804, %2802
  %2806 = mul i64 %2805, 2246822519
  %2807 = lshr i64 %2806, 13
  %2808 = and i64 %2807, 524287
  %2809 = xor i64 %2808, %2806
  %2810 = mul i64 %2809, 3266489917
  %2811 = and i64 %2810, 4294967295
  %2812 = lshr i64 %2811, 16
  %2813 = xor i64 %2812, %2811
  %2814 = uitofp i64 %2813 to double
  %2815 = fmul double %2814, 0x3DF0000000000000
  %2816 = fmul double %2815, 6.000000e-01
  %2817 = fadd double %2801, %2816
  %2818 = fsub double %2817, %2894
  %2819 = fmul double %2818, %2818
  %2820 = fmul double %2800, %2800
  %2821 = fadd double %2819, %2820
  %2822 = mul nuw nsw i64 %2892, %2892
  %2823 = uitofp i64 %2822 to double
  %2824 = fmul double %2136, %2823
  %2825 = fmul double %2136, %2824
  %2826 = fdiv double %2821, %2825
  %2827 = fcmp olt double %2826, 1.200000e+01
  br i1 %2827, label %2828, label %2885
2828:
  %2829 = fdiv double %2918, 3.400000e-01
  br label %2830
2830:
  %2831 = phi double [ 1.000000e+00, %2828 ], [ %2837, %2830 ]
  %2832 = phi double [ %2829, %2828 ], [ %2839, %2830 ]
  %2833 = phi i64 [ 4, %2828 ], [ %2838, %2830 ]
  %2834 = and i64 %2833, 1
  %2835 = icmp eq i64 %2834, 0
  %2836 = fmul double %2831, %2832
  %2837 = select i1 %2835, double %2831, double %2836
  %2838 = lshr i64 %2833, 1
  %2839 = fmul double %2832, %2832
  %2840 = icmp eq i64 %2838, 0
  br i1 %2840, label %2841, label %2830
2841:
  %2842 = phi double [ %2848, %2841 ], [ 1.000000e+00, %2830 ]
  %2843 = phi double [ %2850, %2841 ], [ %2829, %2830 ]
  %2844 = phi i64 [ %2849, %2841 ], [ 24, %2830 ]
  %2845 = and i64 %2844, 1
  %2846 = icmp eq i64 %2845, 0
  %2847 = fmul double %2842, %2843
  %2848 = select i1 %2846, double %2842, double %2847
  %2849 = lshr i64 %2844, 1
  %2850 = fmul double %2843, %2843
  %2851 = icmp eq i64 %2849, 0
  br i1 %2851, label %2852, label %2841
2852:
  %2853 = fmul double %2837, 5.000000e-01
  %2854 = fadd double %2853, 1.000000e-01
  %2855 = fmul double %2848, 1.500000e+00
  %2856 = fadd double %2854, %2855
  %2857 = add i64 %2902, 2597386317
  %2858 = lshr i64 %2857, 15
  %2859 = and i64 %2858, 131071
  %2860 = xor i64 %2859, %2857
  %2861 = mul i64 %2860, 2246822519
  %2862 = lshr i64 %2861, 13
  %2863 = and i64 %2862, 524287
  %2864 = xor i64 %2863, %2861
  %2865 = mul i64 %2864, 3266489917
  %2866 = and i64 %2865, 4294967295
  %2867 = lshr i64 %2866, 16
  %2868 = xor i64 %2867, %2866
  %2869 = uitofp i64 %2868 to double
  %2870 = fmul double %2869, 0x3DF0000000000000
  %2871 = fmul double %2870, 5.000000e+00
  %2872 = fadd double %2871, 2.000000e+00
  %2873 = fmul double %124, %2872
  %2874 = fmul double %2918, 4.000000e+01
  %2875 = fadd double %2874, %2873
  %2876 = tail call double @llvm.sin.f64(double %2875)
  %2877 = fmul double %2876, 2.000000e-01
  %2878 = fadd double %2877, 8.000000e-01
  %2879 = fmul double %2878, %2856
  %2880 = fmul double %2778, %2879
  %2881 = fmul double %2826, -1.200000e+00
  %2882 = tail call double @llvm.exp.f64(double %2881)
  %2883 = fmul double %2882, %2880
  %2884 = fadd double %2888, %2883
  br label %2885
2885:
  %2886 = phi double [ %2888, %2887 ], [ %2884, %2852 ], [ %2888, %2782 ]
  br i1 %2889, label %2920, label %2887
2887:
  %2888 = phi double [ 0.000000e+00, %2767 ], [ %2886, %2885 ]
  %2889 = phi i1 [ false, %2767 ], [ true, %2885 ]
  %2890 = phi i64 [ 0, %2767 ], [ 1, %2885 ]
  %2891 = mul nuw nsw i64 %2890, 55
  %2892 = add nuw nsw i64 %2891, 46
  %2893 = uitofp i64 %2892 to double
  %2894 = fmul double %2769, %2893
  %2895 = tail call double @llvm.floor.f64(double %2894)
  %2896 = fmul double %2770, %2893
  %2897 = tail call double @llvm.floor.f64(double %2896)
  %2898 = fptosi double %2895 to i64
  %2899 = fptosi double %2897 to i64
  %2900 = mul i64 %2898, 374761393
  %2901 = mul i64 %2899, 668265263
  %2902 = add i64 %2901, %2900
  %2903 = mul nuw nsw i64 %2890, 2246822519
  %2904 = add i64 %2902, %2903
  %2905 = add i64 %2904, 3912187483
  %2906 = lshr i64 %2905, 15
  %2907 = and i64 %2906, 131071
  %2908 = xor i64 %2907, %2905
  %2909 = mul i64 %2908, 2246822519
  %2910 = lshr i64 %2909, 13
  %2911 = and i64 %2910, 524287
  %2912 = xor i64 %2911, %2909
  %2913 = mul i64 %2912, 3266489917
  %2914 = and i64 %2913, 4294967295
  %2915 = lshr i64 %2914, 16
  %2916 = xor i64 %2915, %2914
  %2917 = uitofp i64 %2916 to double
  %2918 = fmul double %2917, 0x3DF0000000000000
  %2919 = fcmp ogt double %2918, 3.400000e-01
  br i1 %2919, label %2885, label %2771
2920:
  %2921 = fmul double %1989, 5.000000e+00
  %2922 = fcmp ogt double %2921, 1.000000e+00
  %2923 = select i1 %2922, double 1.000000e+00, double %2921
  %2924 = fmul double %72, %2923
  %2925 = fmul double %2924, %2886
  %2926 = fmul double %1988, 5.500000e-01
  %2927 = fmul double %1989, 6.200000e-01
  %2928 = fadd double %2926, %2927
  %2929 = fmul double %1990, 5.600000e-01
  %2930 = fsub double %2928, %2929
  %2931 = fmul double %1988, 3.100000e-01
  %2932 = fmul double %1989, 2.000000e-01
  %2933 = fadd double %2931, %2932
  %2934 = fmul double %1990, 3.100000e-01
  %2935 = fmul double %2933, 2.560000e+02
  %2936 = fadd double %2935, -5.000000e-01
  %2937 = fmul double %2934, 2.560000e+02
  %2938 = fadd double %2937, -5.000000e-01
  %2939 = tail call double @llvm.floor.f64(double %2936)
  %2940 = tail call double @llvm.floor.f64(double %2938)
  %2941 = fsub double %2936, %2939
  %2942 = fsub double %2938, %2940
  %2943 = fptosi double %2939 to i64
  %2944 = and i64 %2943, 255
  %2945 = fptosi double %2940 to i64
  %2946 = add i64 %2943, 1
  %2947 = and i64 %2946, 255
  %2948 = shl i64 %2945, 8
  %2949 = and i64 %2948, 65280
  %2950 = getelementptr float, ptr %70, i64 %2949
  %2951 = getelementptr i8, ptr %2950, i64 2446592
  %2952 = getelementptr float, ptr %2951, i64 %2944
  %2953 = load float, ptr %2952, align 4
  %2954 = fsub double 1.000000e+00, %2941
  %2955 = fpext float %2953 to double
  %2956 = fmul double %2954, %2955
  %2957 = getelementptr float, ptr %2951, i64 %2947
  %2958 = load float, ptr %2957, align 4
  %2959 = fpext float %2958 to double
  %2960 = fmul double %2941, %2959
  %2961 = fadd double %2956, %2960
  %2962 = add i64 %2948, 256
  %2963 = and i64 %2962, 65280
  %2964 = getelementptr float, ptr %70, i64 %2963
  %2965 = getelementptr i8, ptr %2964, i64 2446592
  %2966 = getelementptr float, ptr %2965, i64 %2944
  %2967 = load float, ptr %2966, align 4
  %2968 = fpext float %2967 to double
  %2969 = fmul double %2954, %2968
  %2970 = getelementptr float, ptr %2965, i64 %2947
  %2971 = load float, ptr %2970, align 4
  %2972 = fpext float %2971 to double
  %2973 = fmul double %2941, %2972
  %2974 = fadd double %2969, %2973
  %2975 = fsub double 1.000000e+00, %2942
  %2976 = fmul double %2975, %2961
  %2977 = fmul double %2942, %2974
  %2978 = fadd double %2976, %2977
  %2979 = fmul double %2933, 1.280000e+02
  %2980 = fadd double %2979, -5.000000e-01
  %2981 = fmul double %2934, 1.280000e+02
  %2982 = fadd double %2981, -5.000000e-01
  %2983 = tail call double @llvm.floor.f64(double %2980)
  %2984 = tail call double @llvm.floor.f64(double %2982)
  %2985 = fsub double %2980, %2983
  %2986 = fsub double %2982, %2984
  %2987 = fptosi double %2983 to i64
  %2988 = and i64 %2987, 127
  %2989 = fptosi double %2984 to i64
  %2990 = add i64 %2987, 1
  %2991 = and i64 %2990, 127
  %2992 = shl i64 %2989, 7
  %2993 = and i64 %2992, 16256
  %2994 = getelementptr float, ptr %70, i64 %2993
  %2995 = getelementptr i8, ptr %2994, i64 2708736
  %2996 = getelementptr float, ptr %2995, i64 %2988
  %2997 = load float, ptr %2996, align 4
  %2998 = fsub double 1.000000e+00, %2985
  %2999 = fpext float %2997 to double
  %3000 = fmul double %2998, %2999
  %3001 = getelementptr float, ptr %2995, i64 %2991
  %3002 = load float, ptr %3001, align 4
  %3003 = fpext float %3002 to double
  %3004 = fmul double %2985, %3003
  %3005 = fadd double %3000, %3004
  %3006 = add i64 %2992, 128
  %3007 = and i64 %3006, 16256
  %3008 = getelementptr float, ptr %70, i64 %3007
  %3009 = getelementptr i8, ptr %3008, i64 2708736
  %3010 = getelementptr float, ptr %3009, i64 %2988
  %3011 = load float, ptr %3010, align 4
  %3012 = fpext float %3011 to double
  %3013 = fmul double %2998, %3012
  %3014 = getelementptr float, ptr %3009, i64 %2991
  %3015 = load float, ptr %3014, align 4
  %3016 = fpext float %3015 to double
  %3017 = fmul double %2985, %3016
  %3018 = fadd double %3013, %3017
  %3019 = fsub double 1.000000e+00, %2986
  %3020 = fmul double %3019, %3005
  %3021 = fmul double %2986, %3018
  %3022 = fadd double %3020, %3021
  %3023 = fsub double %3022, %2978
  %3024 = fmul double %3023, 0.000000e+00
  %3025 = fadd double %2978, %3024
  %3026 = fneg double %2930
  %3027 = fmul double %2930, %3026
  %3028 = fmul double %3027, 2.200000e+01
  %3029 = tail call double @llvm.exp.f64(double %3028)
  %3030 = fmul double %3029, %3025
  %3031 = fmul double %3025, %3030
  %3032 = fmul double %3031, 3.500000e-02
  %3033 = fmul double %2924, %3032
  %3034 = fmul double %3033, 8.500000e-01
  %3035 = fadd double %2925, %3034
  %3036 = fadd double %2764, %3035
  %3037 = fmul double %2925, 1.020000e+00
  %3038 = fmul double %3033, 9.000000e-01
  %3039 = fadd double %3037, %3038
  %3040 = fadd double %2763, %3039
  %3041 = fmul double %2925, 1.100000e+00
  %3042 = fmul double %3033, 1.150000e+00
  %3043 = fadd double %3041, %3042
  %3044 = fadd double %2762, %3043
  br label %3045
3045:
  %3046 = phi double [ %3044, %2920 ], [ %2762, %2761 ]
  %3047 = phi double [ %3040, %2920 ], [ %2763, %2761 ]
  %3048 = phi double [ %3036, %2920 ], [ %2764, %2761 ]
  %3049 = select i1 %1927, i64 %6, i64 0
  %3050 = add i64 %3049, %1924
  %3051 = mul i64 %3050, %8
  %3052 = getelementptr float, ptr %2618, i64 %3051
  %3053 = load float, ptr %3052, align 4
  %3054 = fpext float %1983 to double
  %3055 = fmul double %1932, %3054
  %3056 = fmul double %3055, %3048
  %3057 = fptrunc double %3056 to float
  %3058 = fadd float %3053, %3057
  store float %3058, ptr %3052, align 4
  %3059 = getelementptr i8, ptr %3052, i64 4
  %3060 = load float, ptr %3059, align 4
  %3061 = fmul double %3055, %3047
  %3062 = fptrunc double %3061 to float
  %3063 = fadd float %3060, %3062
  store float %3063, ptr %3059, align 4
  %3064 = getelementptr i8, ptr %3052, i64 8
  %3065 = load float, ptr %3064, align 4
  %3066 = fmul double %3055, %3046
  %3067 = fptrunc double %3066 to float
  %3068 = fadd float %3065, %3067
  store float %3068, ptr %3064, align 4
  br label %1998
3069:
  ret void
}
declare double @llvm.floor.f64(double)
declare float @llvm.fabs.f32(float)
declare double @llvm.fabs.f64(double)
declare double @sqrt(double) nounwind willreturn memory(none)
declare float @llvm.floor.f32(float)
declare double @llvm.ceil.f64(double)
declare double @llvm.sin.f64(double)
declare double @llvm.exp.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
declare double @llvm.sqrt.f64(double)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1 immarg)
